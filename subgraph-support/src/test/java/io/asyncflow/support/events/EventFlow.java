package io.asyncflow.support.events;

import static io.asyncflow.support.events.Ledger.counted;
import static io.asyncflow.support.events.Ledger.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.embedded.PostgresServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** From the transaction in which something happens to the effects elsewhere, whichever bus is in between. */
abstract class EventFlow {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Map<String, String> QUICK = Map.of(
            "asyncflow.events.retry.first-pause",
            "10ms",
            "asyncflow.events.retry.attempts",
            "3",
            "logging.level.io.asyncflow.support.events",
            "DEBUG");

    private static PostgresServer postgres;

    private String database;
    private EventService service;

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresServer.throwaway();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void startService() {
        database = "events_" + DATABASES.incrementAndGet();
        postgres.address().createDatabase(database);
        service = another();
    }

    /** Where this bus is, for the test of that number alone. */
    protected abstract Map<String, String> bus(int test);

    /** Which test this is. */
    protected int test() {
        return DATABASES.get();
    }

    private EventService another() {
        return another(Map.of());
    }

    private EventService another(Map<String, String> more) {
        var settings = new HashMap<>(QUICK);
        settings.putAll(more);
        settings.putAll(bus(DATABASES.get()));
        return EventService.start(postgres.address(), database, settings);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void bringsWhatHappenedToItsHandlers() {
        happen(counted("a", 1), counted("b", 2));
        soon().untilAsserted(() -> assertThat(effects()).containsExactlyInAnyOrder("a 1", "b 2"));
    }

    @Test
    void forgetsWhatDidNotHappen() {
        var undone = service.outbox().append(counted("a", 1)).then(Mono.error(new IllegalStateException("undone")));
        StepVerifier.create(service.together(undone)).verifyErrorMessage("undone");
        happen(counted("a", 2));
        soon().untilAsserted(() -> assertThat(effects()).isNotEmpty());
        assertThat(effects()).containsExactly("a 2");
    }

    @Test
    void tellsNothingOutsideOfATransaction() {
        StepVerifier.create(service.outbox().append(counted("a", 1)))
                .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("transaction"));
    }

    @Test
    void refusesWhatTheSchemaRefuses() {
        StepVerifier.create(service.together(service.outbox().append(counted("a", -1))))
                .verifyErrorSatisfies(failure ->
                        assertThat(failure).hasMessageContaining("test.counted").hasMessageContaining("number"));
        var unknown = new EventType<>("test.unknown", Map.class);
        StepVerifier.create(service.together(service.outbox().append(unknown.about("a", Map.of()))))
                .verifyErrorSatisfies(
                        failure -> assertThat(failure).hasMessageContaining("/schema/events/test.unknown.schema.json"));
    }

    @Test
    void refusesWhatIsTooLongForABus() {
        var large =
                new EventType<>("test.counted", Map.class).about("a", Map.of("number", 1, "x", "x".repeat(200_000)));
        StepVerifier.create(service.together(service.outbox().append(large)))
                .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("200000 characters"));
    }

    @Test
    void handlesABatchInOneTransaction() {
        happen(IntStream.range(0, 100).mapToObj(i -> counted("a", i)).toArray(Fact<?>[]::new));
        soon().untilAsserted(() -> assertThat(effects()).hasSize(100));
        assertThat(effects())
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "a " + i).toList());
        assertThat(service.ledger().batches()).hasSizeLessThan(20);
    }

    @Test
    void handlesAnEventOnceThatIsDeliveredTwice() {
        happen(counted("a", 1));
        soon().untilAsserted(() -> assertThat(effects()).hasSize(1));
        Event again = service.database()
                .sql("select event_id from events.inbox")
                .mapValue(java.util.UUID.class)
                .one()
                .map(id -> new Event(id, "test.counted", "a", java.time.Instant.EPOCH, "{\"number\": 1}", null))
                .blockOptional()
                .orElseThrow();
        StepVerifier.create(service.bus().publish(List.of(again, again))).verifyComplete();
        happen(counted("a", 2));
        soon().untilAsserted(() -> assertThat(effects()).contains("a 2"));
        assertThat(effects()).containsExactly("a 1", "a 2");
    }

    /** Order is that of the commits, however many write and move at once. */
    @Test
    void keepsTheOrderOfEachKeyAmongSeveralRelaysAndConsumers() {
        int keys = 20;
        int each = 50;
        try (var second = another();
                var third = another()) {
            StepVerifier.create(Flux.range(0, keys)
                            .flatMap(
                                    key -> Flux.range(0, each)
                                            .concatMap(i -> second.together(
                                                    second.outbox().append(counted("k" + key, i)))),
                                    keys)
                            .then())
                    .expectComplete()
                    .verify(Duration.ofSeconds(60));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(effects()).hasSize(keys * each));
        }
        for (int key = 0; key < keys; key++) {
            String name = "k" + key;
            assertThat(effects().stream().filter(effect -> effect.startsWith(name + " ")))
                    .containsExactlyElementsOf(IntStream.range(0, each)
                            .mapToObj(i -> name + " " + i)
                            .toList());
        }
    }

    @Test
    void triesAgainWithoutHoldingUpOthers() {
        var failures = new AtomicInteger();
        service.ledger().failAt(event -> event.key().equals("bad") && failures.incrementAndGet() < 4);
        happen(counted("bad", 1), counted("good", 1), counted("bad", 2), counted("good", 2));
        soon().untilAsserted(() -> assertThat(effects()).hasSize(4));
        assertThat(effects()).containsSubsequence("bad 1", "bad 2").containsSubsequence("good 1", "good 2");
        soon().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void triesAsOftenAsItIsTold() {
        var attempts = new AtomicInteger();
        service.ledger().failAt(_ -> attempts.incrementAndGet() > 0);
        happen(counted("bad", 1));
        soon().untilAsserted(() -> assertThat(dead()).isEqualTo(1));
        assertThat(attempts).hasValue(3);
    }

    /** A line goes on faster than it grows, so that a busy key comes out of it again. */
    @Test
    void catchesUpInBatches() {
        service.ledger().failAt(event -> number(event) == 0);
        happen(IntStream.range(0, 500).mapToObj(i -> counted("busy", i)).toArray(Fact<?>[]::new));
        soon().untilAsserted(() -> assertThat(dead()).isEqualTo(1));
        soon().untilAsserted(() -> assertThat(waiting()).isEqualTo(500));
        service.ledger().failAt(_ -> false);
        var letter = service.deadLetters().all().single().blockOptional().orElseThrow();
        StepVerifier.create(service.deadLetters().replay(List.of(letter.id()), null))
                .expectNext(1L)
                .verifyComplete();
        soon().untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(effects())
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "busy " + i).toList());
        assertThat(service.ledger().batches()).contains(100);
    }

    @Test
    void setsPoisonAsideWithWhatComesAfterItAndReplaysBoth() {
        service.ledger().failAt(event -> event.key().equals("bad") && number(event) == 1);
        happen(counted("bad", 0), counted("bad", 1), counted("bad", 2), counted("good", 1));
        soon().untilAsserted(() -> assertThat(dead()).isEqualTo(1));
        happen(counted("bad", 3), counted("good", 2));
        soon().untilAsserted(() -> assertThat(effects()).contains("good 2"));
        soon().untilAsserted(() -> assertThat(waiting()).isEqualTo(3));
        assertThat(effects()).containsOnlyOnce("bad 0").doesNotContain("bad 1", "bad 2", "bad 3");

        service.ledger().failAt(_ -> false);
        var letter = service.deadLetters().all().single().blockOptional().orElseThrow();
        assertThat(letter.reason()).contains("poison");
        assertThat(letter.attempts()).isEqualTo(3);
        assertThat(letter.behind()).isEqualTo(2);
        StepVerifier.create(service.deadLetters().replay(List.of(letter.id()), null))
                .expectNext(1L)
                .verifyComplete();
        soon().untilAsserted(() -> assertThat(effects()).endsWith("bad 1", "bad 2", "bad 3"));
        assertThat(waiting()).isZero();
    }

    @Test
    void goesOnBehindADiscardedEvent() {
        service.ledger().failAt(event -> number(event) == 1);
        happen(counted("bad", 1), counted("bad", 2));
        soon().untilAsserted(() -> assertThat(dead()).isEqualTo(1));
        var letter = service.deadLetters().all().single().blockOptional().orElseThrow();
        StepVerifier.create(service.deadLetters().discard(List.of(letter.id()), null))
                .expectNext(1L)
                .verifyComplete();
        soon().untilAsserted(() -> assertThat(effects()).containsExactly("bad 2"));
    }

    /** The process that should have called it has died. */
    @Test
    void goesOnWithAnEventThatNobodyCalled() {
        StepVerifier.create(service.database().sql("""
                                insert into events.waiting (consumer_group, line, event_id, type, key, happened_at, data,
                                                            attempts, next_attempt_at, dead, waiting_since)
                                values ('ledger', 'test:a', gen_random_uuid(), 'test.counted', 'a', now(), '{"number": 1}',
                                        0, 'infinity', false, now())""").then()).verifyComplete();
        soon().untilAsserted(() -> assertThat(effects()).containsExactly("a 1"));
    }

    @Test
    void finishesWhatItHasInHandBeforeItStops() {
        service.ledger().hold(_ -> Mono.delay(Duration.ofSeconds(2)));
        happen(counted("a", 1));
        soon().until(() -> service.ledger().begun() == 1);
        service.close();
        service = another(Map.of("test.listens", "false"));
        assertThat(effects()).containsExactly("a 1");
    }

    @Test
    void countsWhatPasses() {
        service.ledger().failAt(event -> number(event) == 2);
        happen(counted("a", 1), counted("b", 2));
        soon().untilAsserted(() -> assertThat(service.meters()
                        .timer("asyncflow.events.handled", "group", "ledger", "type", "test.counted")
                        .count())
                .isEqualTo(1));
        soon().untilAsserted(() -> assertThat(service.meters()
                        .counter("asyncflow.events.failures", "group", "ledger", "type", "test.counted")
                        .count())
                .isEqualTo(3));
    }

    /** A new member of a Kafka group is let in after some seconds. */
    protected static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    protected EventService service() {
        return service;
    }

    protected void happen(Fact<?>... facts) {
        StepVerifier.create(service.together(service.outbox().append(List.of(facts))))
                .verifyComplete();
    }

    protected List<String> effects() {
        return service.database()
                .sql("select key || ' ' || number from effect order by position")
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long dead() {
        return count("select count(*) from events.waiting where dead");
    }

    private long waiting() {
        return count("select count(*) from events.waiting");
    }

    private long count(String sql) {
        return service.database()
                .sql(sql)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
