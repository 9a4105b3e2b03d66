package io.asyncflow.gateway.server.message;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a client's network address to those that proxies before us have written into {@code X-Forwarded-For}. What the
 * client itself has put there stays in front of it, where nobody believes it who reads from the end.
 */
public final class ForwardedFor {

    public static final String HEADER = "x-forwarded-for";

    private ForwardedFor() {}

    public static List<String> with(List<String> before, @Nullable InetSocketAddress peer) {
        if (peer == null || peer.getAddress() == null) {
            return before;
        }
        String address = peer.getAddress().getHostAddress();
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        return List.of(before.isEmpty() ? plain : String.join(", ", before) + ", " + plain);
    }
}
