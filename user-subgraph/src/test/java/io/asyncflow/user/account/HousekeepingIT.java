package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.user.RunningSubgraph;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;

@RunningSubgraph
class HousekeepingIT {

    @Autowired
    private Housekeeping housekeeping;

    @AfterEach
    void resetHook() {
        Hooks.resetOnErrorDropped();
    }

    @Test
    void endsQuietlyBetweenTwoRounds() {
        List<Throwable> dropped = new CopyOnWriteArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        var rests = new AtomicBoolean();
        Disposable rounds = housekeeping
                .round()
                .repeatWhen(ends -> ends.doOnNext(_ -> rests.set(true)).then())
                .subscribe();
        await().untilTrue(rests);
        rounds.dispose();
        assertThat(dropped).isEmpty();
    }
}
