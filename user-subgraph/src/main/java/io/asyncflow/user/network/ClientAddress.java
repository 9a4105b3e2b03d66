package io.asyncflow.user.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import reactor.core.publisher.Mono;

/** The network address that a request was sent from. */
public record ClientAddress(String network) {

    static final ClientAddress UNKNOWN = new ClientAddress("unknown");

    private static final int IPV6_NETWORK = 8;

    /** An IPv6 host has a whole network of addresses to itself, and counts as one. */
    static ClientAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new ClientAddress(
                bytes.length == 4
                        ? address.getHostAddress()
                        : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK)) + "/64");
    }

    /** That of the request on this reactive path. */
    public static Mono<ClientAddress> current() {
        return Mono.deferContextual(context ->
                Mono.just(context.<ClientAddress>getOrEmpty(ClientAddress.class).orElse(UNKNOWN)));
    }
}
