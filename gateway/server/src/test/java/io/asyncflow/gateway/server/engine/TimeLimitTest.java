package io.asyncflow.gateway.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Kind;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class TimeLimitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final EngineSettings BRIEF = RunningGateway.within(Duration.ofMillis(300));

    @Test
    void holdsForAnOperationOfOneFetch() {
        RunningGateway gateway = serving(new RunningGateway(BRIEF));
        gateway.subgraphs.answers("names", Mono.never());

        expectLate(gateway.answer("{ product { name } }"));
    }

    @Test
    void holdsForPlanning() {
        Scheduler narrow = Schedulers.newBoundedElastic(1, 10, "narrow");
        var hold = new CountDownLatch(1);
        var busy = narrow.schedule(() -> await(hold));
        RunningGateway gateway = serving(new RunningGateway(BRIEF, narrow));

        expectLate(gateway.answer("{ product { name } }"));

        hold.countDown();
        busy.dispose();
        narrow.dispose();
    }

    @Test
    void holdsForDeferredParts() {
        RunningGateway gateway = serving(new RunningGateway(BRIEF));
        var cancelled = new AtomicBoolean();
        gateway.subgraphs.answers("prices", Mono.<Json>never().doOnCancel(() -> cancelled.set(true)));

        List<Outcome.Part> parts = parts(gateway.ask("{ product { name ... @defer { price } } }"));

        assertThat(parts).hasSize(2);
        assertThat(parts.getLast().hasNext()).isFalse();
        assertThat(parts.getLast().patches()).singleElement().satisfies(patch -> {
            assertThat(patch.data()).isNull();
            assertThat(patch.errors()).asString().contains("GATEWAY_TIMEOUT");
        });
        assertThat(cancelled).isTrue();
    }

    @Test
    void leavesPartsAloneThatComeInTime() {
        RunningGateway gateway = serving(new RunningGateway(RunningGateway.OPEN));

        List<Outcome.Part> parts = parts(gateway.ask("{ product { name ... @defer { price } } }"));

        assertThat(parts).extracting(Outcome.Part::hasNext).containsExactly(true, false);
        assertThat(parts.getLast().patches())
                .singleElement()
                .satisfies(patch -> assertThat(patch.data()).hasToString("{\"price\":7}"));
    }

    private static List<Outcome.Part> parts(Mono<Outcome> answer) {
        var incremental = (Outcome.Incremental) Objects.requireNonNull(answer.block(PATIENCE));
        return Objects.requireNonNull(incremental.parts().collectList().block(PATIENCE));
    }

    private static RunningGateway serving(RunningGateway gateway) {
        gateway.served.take(Supergraphs.FIRST, "first");
        return gateway;
    }

    private static void expectLate(Outcome.Single answer) {
        assertThat(answer.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(answer.response().toString()).contains("GATEWAY_TIMEOUT");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
