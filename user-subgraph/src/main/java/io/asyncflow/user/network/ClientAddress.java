package io.asyncflow.user.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where a request was sent from.
 *
 * @param network an IPv4 address, or the first 64 bits of an IPv6 address: a host has all that begin with them
 * @param site the first 48 bits of an IPv6 address, which one customer may have all of; null for others
 */
public record ClientAddress(String network, @Nullable String site) {

    static final ClientAddress UNKNOWN = new ClientAddress("unknown", null);

    private static final int IPV4_BYTES = 4;

    static ClientAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? new ClientAddress(address.getHostAddress(), null)
                : new ClientAddress(first(64, bytes), first(48, bytes));
    }

    private static String first(int bits, byte[] address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, bits / Byte.SIZE)) + '/' + bits;
    }

    /** That of the request on this reactive path. */
    public static Mono<ClientAddress> current() {
        return Mono.deferContextual(context ->
                Mono.just(context.<ClientAddress>getOrEmpty(ClientAddress.class).orElse(UNKNOWN)));
    }
}
