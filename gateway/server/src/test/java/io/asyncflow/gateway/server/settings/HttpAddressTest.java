package io.asyncflow.gateway.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTest {

    @Test
    void takesAnAddressApart() {
        assertThat(HttpAddress.of("http://my_service:4001/graphql?a=b"))
                .isEqualTo(new HttpAddress(false, "my_service:4001", "my_service", 4001, "/graphql", "?a=b"));
        assertThat(HttpAddress.of("HTTPS://[::1]?a")).isEqualTo(new HttpAddress(true, "[::1]", "::1", 443, "/", "?a"));
        assertThat(HttpAddress.of("http://a")).isEqualTo(new HttpAddress(false, "a", "a", 80, "/", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//a/",
                "ws://a/",
                "http:///a",
                "http://a b/",
                "http://a/\u0000",
                "http://u:p@a/",
                "http://a:0/",
                "http://a:65536/",
                "http://a/#b"
            })
    void refusesWhatIsNone(String text) {
        assertThat(HttpAddress.is(text)).isFalse();
        assertThat(HttpAddress.shown(text)).isEqualTo("an address");
    }

    @Test
    void showsNoQuery() {
        assertThat(HttpAddress.shown("http://a/b?token=s3cret?")).isEqualTo("http://a/b");
    }
}
