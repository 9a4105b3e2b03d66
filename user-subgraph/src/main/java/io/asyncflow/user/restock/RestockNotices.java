package io.asyncflow.user.restock;

import reactor.core.publisher.Mono;

/** Brings notices to people. */
public interface RestockNotices {

    /**
     * Within the transaction that deletes the notice: what joins it happens once, what does not may happen again after
     * a crash.
     */
    Mono<Void> send(RestockNotice notice);
}
