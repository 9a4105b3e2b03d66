package io.asyncflow.service;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request its {@link RequestContext} and tells the caller its id. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestContextFilter implements WebFilter {

    private final String service;

    RequestContextFilter(String service) {
        this.service = service;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var request = RequestContext.of(
                service,
                headers.getFirst(RequestContext.REQUEST_ID_HEADER),
                headers.getFirst(RequestContext.TRACE_HEADER));
        exchange.getResponse().getHeaders().set(RequestContext.REQUEST_ID_HEADER, request.requestId());
        return chain.filter(exchange).contextWrite(request::writeTo);
    }
}
