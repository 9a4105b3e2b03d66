package io.asyncflow.gateway.server.subgraph.header;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.service.AddressRange;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code X-Forwarded-For}: behind what a trusted proxy has written there comes the proxy itself. What anybody else
 * has written is dropped, so that the header never begins with an invention.
 */
final class ForwardedFor {

    static final String HEADER = "x-forwarded-for";

    private final AddressRange[] trusted;

    ForwardedFor(List<AddressRange> trusted) {
        this.trusted = trusted.toArray(AddressRange[]::new);
    }

    /** Null where it is not known who called. */
    @Nullable
    String of(Caller caller) {
        InetAddress peer = caller.peer();
        if (peer == null) {
            return null;
        }
        List<String> before = isTrusted(peer) ? caller.headers().getOrDefault(HEADER, List.of()) : List.of();
        if (before.isEmpty() || !before.stream().allMatch(HeaderText::isValue)) {
            return text(peer);
        }
        return String.join(", ", before) + ", " + text(peer);
    }

    private boolean isTrusted(InetAddress peer) {
        for (AddressRange range : trusted) {
            if (range.contains(peer)) {
                return true;
            }
        }
        return false;
    }

    /** Through which of our interfaces it came says nothing to others. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
