package io.asyncflow.user.behaviour;

import static io.asyncflow.user.behaviour.Deeds.allow;
import static io.asyncflow.user.behaviour.Deeds.assertAccepted;
import static io.asyncflow.user.behaviour.Deeds.event;
import static io.asyncflow.user.behaviour.Deeds.record;
import static io.asyncflow.user.behaviour.Deeds.viewed;
import static io.asyncflow.user.behaviour.Deeds.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.behaviour.Deeds.Told;
import io.asyncflow.user.consent.ConsentBook;
import io.asyncflow.user.consent.ConsentDecision;
import io.asyncflow.user.consent.ConsentPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@RunningSubgraph
class BehaviourIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ConsentBook consents;

    @Autowired
    private TransactionalOperator transaction;

    private final String visitor = UUID.randomUUID().toString();
    private Deeds deeds;
    private Shopper owner;

    @BeforeEach
    void arrive() {
        deeds = Deeds.watched(graph, database);
        owner = deeds.consenting();
    }

    @Test
    void isToldByKind() {
        assertAccepted(
                record(
                        owner,
                        null,
                        viewed(),
                        event("SEARCHED", "query", "겨울 코트"),
                        event("ADDED", "variantId", Deeds.VARIANT),
                        event("BOUGHT", "variantId", Deeds.VARIANT, "quantity", 3)),
                4);
        var told = deeds.told(owner.id().toString());
        assertThat(told)
                .extracting(Told::type)
                .containsExactly("user.viewed", "user.searched", "user.added", "user.bought");
        assertThat(told).allSatisfy(fact -> {
            assertThat(fact.data().get("actor").asString()).isEqualTo(owner.id().toString());
            assertThat(fact.data().get("purposes").toString()).isEqualTo("[\"ANALYTICS\"]");
        });
        assertThat(told.get(0).data().get("productId").asString()).isEqualTo(Deeds.PRODUCT);
        assertThat(told.get(1).data().get("query").asString()).isEqualTo("겨울 코트");
        assertThat(told.get(2).data().get("quantity").asInt()).isEqualTo(1);
        assertThat(told.get(3).data().get("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void isToldOnceHoweverOftenItIsSent() {
        var event = viewed();
        assertAccepted(record(owner, null, event, event), 2);
        assertAccepted(record(owner, null, event), 1);
        assertThat(deeds.told(owner.id().toString())).hasSize(1);
    }

    @Test
    void ofVisitorsIsToldWhenTheyAllowIt() {
        assertAccepted(record(anonymous(), visitor(visitor, "PERSONALISATION"), viewed()), 1);
        assertThat(deeds.told("visitor_" + visitor))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.data().get("purposes").toString()).isEqualTo("[\"PERSONALISATION\"]"));
    }

    /** A signed-in visitor's word about consent does not count: the account's does. */
    @Test
    void isDroppedSilentlyWithoutConsent() {
        assertAccepted(record(anonymous(), visitor(visitor, "MARKETING_MAIL"), viewed()), 1);
        Shopper reserved = Shopper.anew(graph);
        assertAccepted(record(reserved, visitor(visitor, "ANALYTICS"), viewed()), 1);
        assertThat(deeds.told("visitor_" + visitor)).isEmpty();
        assertThat(deeds.told(reserved.id().toString())).isEmpty();
        assertThat(seen("visitor_" + visitor) + seen(reserved.id().toString())).isZero();
    }

    @Test
    void isDroppedOnceConsentIsTakenBack() {
        assertAccepted(record(owner, null, viewed()), 1);
        allow(owner, false);
        assertAccepted(record(owner, null, viewed()), 1);
        assertThat(deeds.told(owner.id().toString())).hasSize(1);
    }

    @Test
    void isDroppedWhenConsentIsTakenBackWhileItArrives() throws InterruptedException {
        var decided = new CountDownLatch(1);
        Sinks.Empty<Void> commit = Sinks.empty();
        var refusal = List.of(new ConsentDecision(ConsentPurpose.ANALYTICS, false, consents.version()));
        var takenBack = consents.decide(owner.id(), refusal)
                .then(Mono.fromRunnable(decided::countDown))
                .then(commit.asMono())
                .as(transaction::transactional)
                .toFuture();
        assertThat(decided.await(15, TimeUnit.SECONDS)).isTrue();
        var answer = CompletableFuture.supplyAsync(() -> record(owner, null, viewed()));
        await().atMost(Duration.ofSeconds(15)).until(this::somebodyWaits);
        commit.tryEmitEmpty();
        takenBack.join();
        assertAccepted(answer.join(), 1);
        assertThat(deeds.told(owner.id().toString())).isEmpty();
    }

    @Test
    void happenedWithinADay() {
        Instant now = Instant.now();
        assertAccepted(
                record(
                        owner,
                        null,
                        at(now.plus(Duration.ofDays(3))),
                        at(now.minus(Duration.ofDays(3))),
                        at(now.minus(Duration.ofHours(3)))),
                3);
        var times = deeds.told(owner.id().toString()).stream()
                .map(fact -> Instant.parse(fact.data().get("at").asString()))
                .toList();
        assertThat(times.get(0)).isBetween(now.minusSeconds(1), now.plusSeconds(20));
        assertThat(Duration.between(times.get(1), now))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24).plusSeconds(1));
        assertThat(Duration.between(times.get(2), now))
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusSeconds(1));
    }

    private boolean somebodyWaits() {
        return count("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'"
                        + " and query like '%from account%for no key update%'")
                > 0;
    }

    private long seen(String actor) {
        return count("select count(*) from behaviour_seen where actor = '" + actor + "'");
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private Shopper anonymous() {
        return new Shopper(owner.id(), graph);
    }

    private static Map<String, Object> at(Instant time) {
        var event = viewed();
        event.put("at", time.toString());
        return event;
    }
}
