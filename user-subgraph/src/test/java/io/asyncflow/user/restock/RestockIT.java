package io.asyncflow.user.restock;

import static io.asyncflow.user.Shopper.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.events.Event;
import io.asyncflow.support.events.EventHandler;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.product.VariantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

@RunningSubgraph
class RestockIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private RestockHandler handler;

    @Autowired
    private MovableClock clock;

    private final Queue<RestockNotice> sent = new ConcurrentLinkedQueue<>();
    private final String variant = new VariantId(Uuid7.next(Clock.systemUTC())).toString();
    private Shopper owner;

    @BeforeEach
    void arrive() {
        owner = Shopper.anew(graph);
        StepVerifier.create(database.sql("delete from restock_notice").then()).verifyComplete();
    }

    @Test
    void isAskedForOnceAndTakenBack() {
        for (int i = 0; i < 2; i++) {
            change(owner, "restockSubscribe", variant)
                    .path("restockSubscribe.variant.id")
                    .entity(String.class)
                    .isEqualTo(variant);
        }
        assertThat(subscriptions()).containsExactly(variant);
        change(owner, "restockUnsubscribe", variant);
        change(owner, "restockUnsubscribe", variant);
        assertThat(subscriptions()).isEmpty();
        assertThat(notices()).isZero();
    }

    @Test
    void isTakenBackWhileItsMailWaits() {
        Shopper other = Shopper.anew(graph);
        String another = new VariantId(Uuid7.next(Clock.systemUTC())).toString();
        mailWaits(owner, variant);
        mailWaits(owner, another);
        mailWaits(other, variant);
        change(owner, "restockUnsubscribe", variant);
        assertThat(count("select count(*) from letter where occasion = 'BACK_IN_STOCK'"))
                .isEqualTo(2);
        change(owner, "restockUnsubscribe", another);
        change(other, "restockUnsubscribe", variant);
        assertThat(count("select count(*) from letter where occasion = 'BACK_IN_STOCK'"))
                .isZero();
    }

    @Test
    void isToldToEachSubscriberOnce() {
        Shopper other = Shopper.anew(graph);
        change(owner, "restockSubscribe", variant);
        change(other, "restockSubscribe", variant);
        arrives(3);
        arrives(2);
        assertThat(subscriptions()).isEmpty();
        // As several replicas do.
        StepVerifier.create(Flux.range(0, 8)
                        .flatMap(_ -> delivery(notice -> Mono.empty()).run(), 8))
                .verifyComplete();
        assertThat(sent).extracting(RestockNotice::user).containsExactlyInAnyOrder(owner.id(), other.id());
        StepVerifier.create(delivery(notice -> Mono.empty()).run()).verifyComplete();
        assertThat(sent).hasSize(2);
        assertThat(notices()).isZero();
    }

    @Test
    void isNotToldWhileThereIsNothingToBuy() {
        change(owner, "restockSubscribe", variant);
        arrives(0);
        assertThat(subscriptions()).containsExactly(variant);
        assertThat(notices()).isZero();
    }

    @Test
    void isTriedAgainWhenItCannotBeSent() {
        change(owner, "restockSubscribe", variant);
        arrives(1);
        var broken = delivery(notice -> Mono.error(new IllegalStateException("The mail server is away")));
        StepVerifier.create(broken.run()).verifyComplete();
        assertThat(sent).hasSize(1);
        StepVerifier.create(broken.run()).verifyComplete();
        assertThat(sent).as("not before a pause").hasSize(1);
        clock.putForward(Duration.ofMinutes(2));
        StepVerifier.create(delivery(notice -> Mono.empty()).run()).verifyComplete();
        assertThat(sent).hasSize(2);
        assertThat(sent)
                .extracting(RestockNotice::id)
                .containsOnly(sent.element().id());
        clock.putForward(Duration.ofDays(2));
        StepVerifier.create(broken.run()).verifyComplete();
        assertThat(sent).hasSize(2);
    }

    /** By then it is probably sold out again. */
    @Test
    void isToldTheNextTimeWhenItCouldNotBeWithinADay() {
        change(owner, "restockSubscribe", variant);
        arrives(1, Duration.ofDays(1).plusMinutes(1));
        StepVerifier.create(delivery(notice -> Mono.empty()).run()).verifyComplete();
        assertThat(sent).isEmpty();
        assertThat(notices()).isZero();
        assertThat(subscriptions()).containsExactly(variant);
        arrives(1);
        StepVerifier.create(delivery(notice -> Mono.empty()).run()).verifyComplete();
        assertThat(sent).extracting(RestockNotice::user).containsExactly(owner.id());
    }

    @Test
    void isTakenBackOnceHoweverOftenItCouldNotBeTold() {
        for (int i = 0; i < 2; i++) {
            change(owner, "restockSubscribe", variant);
            arrives(1);
        }
        change(owner, "restockSubscribe", variant);
        clock.putForward(Duration.ofDays(2));
        StepVerifier.create(delivery(notice -> Mono.empty()).run()).verifyComplete();
        clock.putForward(Duration.ZERO);
        assertThat(subscriptions()).containsExactly(variant);
    }

    @Test
    void isWorthAMailForTheRestOfTheDay() {
        change(owner, "restockSubscribe", variant);
        arrives(1, Duration.ofHours(15));
        clock.putForward(Duration.ofHours(5));
        StepVerifier.create(delivery(notice -> Mono.empty()).run()).verifyComplete();
        assertThat(sent.element().useful()).isBetween(Duration.ofMinutes(239), Duration.ofHours(4));
    }

    @Test
    void isItsSubscribersOnly() {
        change(owner, "restockSubscribe", variant);
        var anonymous = new Shopper(owner.id(), graph);
        for (Shopper stranger : List.of(Shopper.anew(graph), anonymous)) {
            stranger.asksOf(owner.id(), "restockSubscriptions { nodes { subscribedAt } }")
                    .path("_entities[0].restockSubscriptions")
                    .valueIsNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"restockSubscribe", "restockUnsubscribe"})
    void needsSomebodySignedInAndTheIdOfAVariant(String mutation) {
        change(owner, mutation, owner.id().toString())
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .containsExactly("INVALID");
        assertError(change(new Shopper(owner.id(), graph), mutation, variant), "UNAUTHENTICATED");
    }

    @Test
    void isAskedForAtMostAHundredTimes() {
        StepVerifier.create(database.sql("""
                                insert into restock_subscription (user_id, variant_id, subscribed_at)
                                select :user, gen_random_uuid(), now() from generate_series(1, 100)""").bind("user", owner.id().uuid()).then())
                .verifyComplete();
        change(owner, "restockSubscribe", variant)
                .path("restockSubscribe.userErrors[*].code")
                .entityList(String.class)
                .containsExactly("LIMIT_REACHED");
    }

    private void arrives(long available) {
        arrives(available, Duration.ZERO);
    }

    /** So long ago that the event is late. */
    private void arrives(long available, Duration ago) {
        String data = JsonMapper.shared().writeValueAsString(new StockReplenished(variant, available));
        var event = new Event(
                UUID.randomUUID(), "stock.replenished", variant, Instant.now().minus(ago), data, null);
        assertThat(((EventHandler) handler).types()).contains(event.type());
        StepVerifier.create(handler.handle(event).as(transaction::transactional))
                .verifyComplete();
    }

    private RestockDelivery delivery(RestockNotices fate) {
        RestockNotices notices = notice -> {
            sent.add(notice);
            return fate.send(notice);
        };
        return new RestockDelivery(database, transaction, notices, clock);
    }

    private List<String> subscriptions() {
        return owner.asks("{ me { restockSubscriptions { nodes { variant { id } subscribedAt } } } }")
                .path("me.restockSubscriptions.nodes[*].variant.id")
                .entityList(String.class)
                .get();
    }

    /** As after a mail server has refused it. */
    private void mailWaits(Shopper reader, String about) {
        StepVerifier.create(database.sql("""
                                insert into letter
                                  (id, occasion, recipient, language, about, ordered_at, useless_at, next_attempt_at)
                                select gen_random_uuid(), 'BACK_IN_STOCK', email, 'EN', :about, now(),
                                  now() + interval '1 day', now() + interval '1 hour'
                                from account
                                where id = :id""")
                        .bind("about", VariantId.parse("variantId", about).uuid())
                        .bind("id", reader.id().uuid())
                        .then())
                .verifyComplete();
    }

    private long notices() {
        return count("select count(*) from restock_notice");
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private static Response change(Shopper viewer, String mutation, String variant) {
        return viewer.graph()
                .document("mutation($variant: ID!) { " + mutation
                        + "(variantId: $variant) { variant { id } userErrors { field message code } } }")
                .variable("variant", variant)
                .execute();
    }
}
