package io.asyncflow.gateway.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What clients notice of a new supergraph. */
class ReloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BAD = "type Query { a: Int }";
    private static final String QUERY = "{ product { name price } }";
    private static final String SUBSCRIPTION = "subscription { renamed { name price } }";
    private static final Outcome ANSWER = new Outcome.Single(
            Json.of("{\"data\":{\"product\":{\"name\":\"Pen\",\"price\":7}}}"), Outcome.Kind.EXECUTED);

    private final RunningGateway running = new RunningGateway(RunningGateway.OPEN);

    ReloadTest() {
        running.served.take(Supergraphs.FIRST, "first");
    }

    @Test
    void refusesABadSupergraphAndServesTheOneFromBefore() {
        running.served.take(BAD, "bad");
        running.served.take("type {", "worse");

        assertThat(running.told.words).containsExactly("served first", "refused bad", "refused worse");
        assertThat(running.answer(QUERY)).isEqualTo(ANSWER);
    }

    @Test
    void standsByItsRefusalWhenTheSourceRecovers() {
        running.served.take(BAD, "bad");
        running.served.refuse("not reachable", "source");
        running.served.confirm("source");

        assertThat(running.told.words).endsWith("refused source").doesNotContain("confirmed source");
    }

    @Test
    void forgetsARefusalWhenTheSourceHasWhatIsServed() {
        running.served.take(BAD, "bad");
        running.served.take(Supergraphs.SECOND, "second");
        running.served.refuse("not reachable", "source");
        running.served.confirm("source");

        assertThat(running.told.words).endsWith("served second", "refused source", "confirmed source");
    }

    @Test
    void losesNoRequestWhileSupergraphsSwap() {
        Mono<Void> swaps = Flux.range(0, 20)
                .delayElements(Duration.ofMillis(10))
                .doOnNext(i -> running.served.take(i % 2 == 0 ? Supergraphs.SECOND : Supergraphs.FIRST, "swap"))
                .then();

        var answers = Flux.range(0, 16)
                .flatMap(client ->
                        running.ask(QUERY).subscribeOn(Schedulers.parallel()).repeat())
                .takeUntilOther(swaps)
                .collectList();

        StepVerifier.create(answers)
                .assertNext(all -> assertThat(all).hasSizeGreaterThan(100).containsOnly(ANSWER))
                .expectComplete()
                .verify(PATIENCE);
        assertThat(running.told.words).filteredOn("served swap"::equals).hasSize(20);
    }

    @Test
    void hasPlannedWhatIsInUseBeforeItServesANewSupergraph() {
        running.answer(QUERY);
        running.served.take(Supergraphs.SECOND, "second");
        assertThat(running.told.words).endsWith("planned", "served second");

        running.answer(QUERY);

        assertThat(running.told.words).endsWith("served second");
        assertThat(running.told.plans()).isEqualTo(2);
    }

    @Test
    void answersByTheNewSupergraph() {
        assertThat(running.answer("{ product { colour } }").kind()).isEqualTo(Outcome.Kind.REFUSED);

        running.served.take(Supergraphs.SECOND, "second");

        assertThat(running.answer("{ product { colour } }").kind()).isEqualTo(Outcome.Kind.EXECUTED);
    }

    @Test
    void endsSubscriptionsWithTheReason() {
        StepVerifier.create(events())
                .then(this::rename)
                .assertNext(event ->
                        assertThat(event).hasToString("{\"data\":{\"renamed\":{\"name\":\"Pen\",\"price\":7}}}"))
                .then(() -> running.served.take(Supergraphs.SECOND, "second"))
                .assertNext(event -> assertThat(event.toString()).contains("\"SUBSCRIPTION_SCHEMA_RELOAD\""))
                .expectComplete()
                .verify(PATIENCE);
        awaitNoSubscribers();
    }

    @Test
    void keepsSubscriptionsWhereASupergraphIsRefused() {
        StepVerifier.create(events())
                .then(() -> running.served.take(BAD, "bad"))
                .then(this::rename)
                .assertNext(event -> assertThat(event.toString()).contains("\"Pen\""))
                .thenCancel()
                .verify(PATIENCE);
        awaitNoSubscribers();
    }

    /** The verifier is through before the other thread has unsubscribed. */
    private void awaitNoSubscribers() {
        Mono.fromSupplier(running.subgraphs.subscribers::get)
                .filter(count -> count == 0)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)))
                .block(PATIENCE);
    }

    /** Of an operation that is known, so that it is subscribed to at once. */
    private Flux<Json> events() {
        running.ask(SUBSCRIPTION).block(PATIENCE);
        return running.ask(SUBSCRIPTION).flatMapMany(outcome -> ((Outcome.Events) outcome).responses());
    }

    private void rename() {
        running.subgraphs.events.tryEmitNext(Json.of("{\"data\":{\"renamed\":" + FakeSubgraphs.PRODUCT + "}}"));
    }
}
