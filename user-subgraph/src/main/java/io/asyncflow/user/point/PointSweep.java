package io.asyncflow.user.point;

import io.asyncflow.support.identity.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
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
        return accounts.due(BATCH)
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::settle)
                .all(settled -> settled)
                // As long as there is more and it can be settled.
                .flatMap(settled -> settled ? accounts.due(1).hasElements() : Mono.just(false))
                .filter(more -> more)
                .flatMap(_ -> run());
    }

    private Mono<Boolean> settle(UserId user) {
        return points.settle(user).thenReturn(true).onErrorResume(failure -> {
            LOG.error("The points of {} could not be settled", user, failure);
            return Mono.just(false);
        });
    }
}
