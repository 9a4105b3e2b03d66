package io.asyncflow.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.embedded.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Kills processes while events flow: those that tell, those that listen, PostgreSQL and the bus. Afterwards each event has
 * had its effect once, and in the order of its key. {@code -Dchaos.events}, {@code -Dchaos.seconds} and
 * {@code -Dchaos.times} make it longer, {@code -Dchaos.seed} makes it the same again; {@code -Dchaos.bus=kafka} takes Kafka.
 */
class EventChaosIT {

    private static final Logger LOG = LoggerFactory.getLogger(EventChaosIT.class);
    private static final int EVENTS = Integer.getInteger("chaos.events", 20_000);
    private static final int SECONDS = Integer.getInteger("chaos.seconds", 30);
    private static final int KILLS = SECONDS / 10 + 1;
    private static final int TIMES = Integer.getInteger("chaos.times", 1);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final OptionalInt KAFKA_PORT =
            System.getProperty("chaos.bus", "").equals("kafka") ? OptionalInt.of(Ports.anyFree()) : OptionalInt.empty();
    private static final int KEYS = 40;
    private static final int BATCH = 10;
    private static final Map<String, String> SETTINGS = Map.of(
            "asyncflow.events.retry.first-pause", "20ms",
            "asyncflow.events.retry.longest-pause", "500ms",
            "asyncflow.events.retry.attempts", "20",
            "asyncflow.events.redis.lease", "2s");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + TIMES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(300)
    void survivesKills(long seed) {
        LOG.info("chaos.seed={}", seed);
        var random = new Random(seed);
        try (var system = new Victims(folder, Ports.anyFree(), Ports.anyFree(), KAFKA_PORT, SETTINGS);
                var teller = EventService.start(system.address(), "telling", system.settings("telling"));
                var listener = EventService.start(system.address(), "listening", system.settings("telling"))) {
            long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            CompletableFuture<?> telling = tellAll(teller).toFuture();
            while (System.nanoTime() < end || system.killed().size() < KILLS) {
                Victims.letPass(Duration.ofMillis(500 + random.nextInt(1500)));
                system.killOne(random);
            }
            telling.orTimeout(60, TimeUnit.SECONDS).join();
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        system.restartWhatEnded();
                        assertThat(effects(listener, "select count(*) from effect"))
                                .as(() -> whereabouts(teller, listener) + ", killed " + system.killed())
                                .containsExactly(Long.toString(EVENTS));
                    });
            LOG.info("Killed {}", system.killed());
            assertEachOnceAndInOrder(listener);
        }
    }

    /** Spread over the time of the kills: for each key one transaction after the other. */
    private static Mono<Void> tellAll(EventService teller) {
        int each = EVENTS / KEYS;
        Duration pause = Duration.ofSeconds(SECONDS).dividedBy(each / BATCH);
        return Flux.range(0, KEYS)
                .flatMap(
                        key -> Flux.range(0, each / BATCH)
                                .concatMap(
                                        part -> tell(teller, "key" + key, part * BATCH)
                                                .delaySubscription(
                                                        pause.multipliedBy(9).dividedBy(10)),
                                        1),
                        KEYS)
                .then();
    }

    /** Says it once, though it may not learn at the first time whether it has said it. */
    private static Mono<Void> tell(EventService teller, String key, int first) {
        var numbers = IntStream.range(first, first + BATCH).boxed().toList();
        var told = teller.database()
                .sql("insert into made (key, number) select :key, unnest(:numbers) on conflict do nothing")
                .bind("key", key)
                .bind("numbers", numbers.toArray(Integer[]::new))
                .fetch()
                .rowsUpdated()
                .filter(made -> made > 0)
                .flatMap(_ -> teller.outbox()
                        .append(numbers.stream()
                                .map(number -> Ledger.counted(key, number))
                                .toList()));
        return Mono.defer(() -> teller.together(told))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(50)).maxBackoff(Duration.ofSeconds(1)));
    }

    private static void assertEachOnceAndInOrder(EventService listener) {
        for (int key = 0; key < KEYS; key++) {
            assertThat(effects(listener, "select number from effect where key = 'key" + key + "' order by position"))
                    .as("the effects of key%d", key)
                    .containsExactlyElementsOf(IntStream.range(0, EVENTS / KEYS)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    /** Where the events are that are missing. */
    private static String whereabouts(EventService teller, EventService listener) {
        return "told " + effects(teller, "select count(*) from made")
                + ", in the outbox " + effects(teller, "select count(*) from events.outbox")
                + ", on the bus "
                + listener.bus().lag("ledger", Set.of("test")).collectList().block()
                + ", received " + effects(listener, "select count(*) from events.inbox")
                + ", waiting " + effects(listener, "select count(*) from events.waiting")
                + ", dead " + effects(listener, "select count(*) from events.waiting where dead");
    }

    private static List<String> effects(EventService listener, String sql) {
        return listener.database()
                .sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
