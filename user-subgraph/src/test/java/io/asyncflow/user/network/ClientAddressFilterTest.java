package io.asyncflow.user.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.service.AddressRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressFilterTest {

    private final ClientAddressFilter filter = new ClientAddressFilter(Stream.of("10.0.0.0/8", "fd00::/8", "192.0.2.7")
            .map(AddressRange::parse)
            .toList());

    @ParameterizedTest
    @CsvSource({
        // Nobody in between.
        "203.0.113.9, '',                                203.0.113.9",
        // A client that pretends.
        "203.0.113.9, '198.51.100.1',                    203.0.113.9",
        // A trusted proxy tells.
        "10.1.2.3,    '198.51.100.1',                    198.51.100.1",
        "10.1.2.3,    '',                                10.1.2.3",
        // A client that pretends, through trusted proxies.
        "10.1.2.3,    '127.0.0.1,198.51.100.1',          198.51.100.1",
        "10.1.2.3,    '127.0.0.1,198.51.100.1,10.9.9.9', 198.51.100.1",
        "fd00::1,     '2001:db8::5,192.0.2.7',           2001:db8::5",
        // Next to the range.
        "11.0.0.0,    '198.51.100.1',                    11.0.0.0",
        "192.0.2.6,   '198.51.100.1',                    192.0.2.6",
        // Rubbish is not looked up, and ends the trust.
        "10.1.2.3,    'example.com',                     10.1.2.3",
        "10.1.2.3,    '198.51.100.1,unknown',            10.1.2.3"
    })
    void findsWhereARequestComesFrom(String peer, String forwardedFor, String origin) {
        List<String> callers = Arrays.stream(forwardedFor.split(","))
                .filter(caller -> !caller.isEmpty())
                .toList();
        assertThat(filter.origin(InetAddress.ofLiteral(peer), callers)).isEqualTo(InetAddress.ofLiteral(origin));
    }

    @Test
    void knowsTheNetworksOfOneSite() {
        var one = ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2:3::4"));
        assertThat(one.site())
                .isNotNull()
                .isEqualTo(ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:3::4"))
                        .site())
                .isNotEqualTo(ClientAddress.of(InetAddress.ofLiteral("2001:db8:2:2::4"))
                        .site());
        assertThat(ClientAddress.of(InetAddress.ofLiteral("198.51.100.1")).site())
                .isNull();
    }

    @Test
    void takesANetworkOfOneHostForOne() {
        assertThat(ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2:3::4")))
                .isEqualTo(ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:2:ffff::1")))
                .isNotEqualTo(ClientAddress.of(InetAddress.ofLiteral("2001:db8:1:3::4")));
        assertThat(ClientAddress.of(InetAddress.ofLiteral("198.51.100.1")))
                .isNotEqualTo(ClientAddress.of(InetAddress.ofLiteral("198.51.100.2")))
                .isEqualTo(ClientAddress.of(InetAddress.ofLiteral("::ffff:198.51.100.1")));
    }
}
