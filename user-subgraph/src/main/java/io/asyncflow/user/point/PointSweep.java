package io.asyncflow.user.point;

import io.asyncflow.support.identity.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what time has done to points. Replicas may sweep together: each account is settled under its lock. */
@Component
class PointSweep {

    private static final Logger LOG = LoggerFactory.getLogger(PointSweep.class);
    private static final int BATCH = 100;

    private final PointAccounts accounts;
    private final Points points;

    PointSweep(PointAccounts accounts, Points points) {
        this.accounts = accounts;
        this.points = points;
    }

    Mono<Void> run() {
        return Mono.defer(this::batch).repeat().takeWhile(settled -> settled).then();
    }

    /** Whether there were some, and all could be settled: then there may be more. */
    private Mono<Boolean> batch() {
        return accounts.due(BATCH)
                .collectList()
                .flatMap(due -> due.isEmpty()
                        ? Mono.just(false)
                        : Flux.fromIterable(due).concatMap(this::settle).all(settled -> settled));
    }

    private Mono<Boolean> settle(UserId user) {
        return points.settle(user).thenReturn(true).onErrorResume(failure -> {
            LOG.error("The points of {} could not be settled", user, failure);
            return Mono.just(false);
        });
    }
}
