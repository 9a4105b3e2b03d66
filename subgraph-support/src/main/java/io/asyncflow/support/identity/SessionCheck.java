package io.asyncflow.support.identity;

import reactor.core.publisher.Mono;

/**
 * Whether sessions are still open. The issuer of tokens knows and brings one; every other service believes a token until
 * it expires.
 */
@FunctionalInterface
public interface SessionCheck {

    Mono<Boolean> isOpen(SessionId session);
}
