package io.asyncflow.user.network;

import io.asyncflow.service.AddressRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the {@link ClientAddress} into the Reactor context. Each proxy adds to {@code X-Forwarded-For} whom it was called
 * by, so that list is read from its end, for as long as who has written there is trusted: what a client itself has put
 * at the beginning is never reached.
 */
@Order(-1)
final class ClientAddressFilter implements WebFilter {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressRange> trusted;

    ClientAddressFilter(List<AddressRange> trusted) {
        this.trusted = trusted;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ClientAddress client = client(exchange.getRequest());
        return chain.filter(exchange).contextWrite(context -> context.put(ClientAddress.class, client));
    }

    private ClientAddress client(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer == null || peer.getAddress() == null) {
            return ClientAddress.UNKNOWN;
        }
        return ClientAddress.of(origin(peer.getAddress(), request.getHeaders().getValuesAsList(FORWARDED_FOR)));
    }

    InetAddress origin(InetAddress peer, List<String> forwardedFor) {
        InetAddress origin = peer;
        for (String caller : forwardedFor.reversed()) {
            InetAddress before = isTrusted(origin) ? parsed(caller) : null;
            if (before == null) {
                return origin;
            }
            origin = before;
        }
        return origin;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    @SuppressWarnings("UnusedException") // whatever it is, it is no address
    private static @Nullable InetAddress parsed(String text) {
        try {
            return AddressRange.address(text.strip());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
