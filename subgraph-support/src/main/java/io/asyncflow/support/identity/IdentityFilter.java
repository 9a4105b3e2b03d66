package io.asyncflow.support.identity;

import io.asyncflow.support.errors.Unauthenticated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the {@link Viewer} into the Reactor context. No token is an anonymous viewer; a bad one is refused, so that a
 * client whose token has run out learns it, and does not see the shop as a stranger would.
 */
@Order(0)
final class IdentityFilter implements WebFilter {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    IdentityFilter(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String token = token(exchange.getRequest().getHeaders());
        if (token == null) {
            return chain.filter(exchange);
        }
        return tokens.verify(token)
                .map(viewer -> chain.filter(exchange).contextWrite(context -> context.put(Viewer.class, viewer)))
                .onErrorResume(Unauthenticated.class, refusal -> Mono.just(refuse(exchange, refusal)))
                .flatMap(answer -> answer);
    }

    private static @Nullable String token(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, Unauthenticated refusal) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        var body = Map.of(
                "errors",
                List.of(Map.of("message", refusal.getMessage(), "extensions", Map.of("code", refusal.code()))));
        byte[] json = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(json)));
    }
}
