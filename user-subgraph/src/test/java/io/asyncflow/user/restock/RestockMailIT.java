package io.asyncflow.user.restock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.support.events.Bus;
import io.asyncflow.support.events.Event;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.Mails;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.product.VariantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** From the catalogue's event to the mail. */
@RunningSubgraph
@FreshDatabase
@TestPropertySource(properties = "asyncflow.user.restock.deliver=1s")
class RestockMailIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Bus bus;

    private final VariantId variant = new VariantId(Uuid7.next(Clock.systemUTC()));

    @Test
    void isSentOncePerSubscriptionHoweverOftenTheEventComes() {
        Shopper owner = Shopper.anew(graph);
        subscribe(owner, variant);
        VariantId another = new VariantId(Uuid7.next(Clock.systemUTC()));
        Shopper neighbour = Shopper.anew(graph);
        subscribe(neighbour, another);
        Shopper gone = Shopper.anew(graph);
        subscribe(gone, variant);
        close(gone);

        Event first = replenished(variant);
        publish(first);
        publish(first);
        await().atMost(Duration.ofSeconds(30)).until(() -> offers(owner).size() == 1);
        assertThat(offers(owner).getFirst().text()).contains("/variants/" + variant);
        assertThat(offers(neighbour)).isEmpty();

        // Who asks again is not told by the old event: what follows it in its lane has been handled.
        subscribe(owner, variant);
        publish(first);
        publish(replenished(another));
        await().atMost(Duration.ofSeconds(30)).until(() -> offers(neighbour).size() == 1);
        assertThat(subscriptions(owner)).isEqualTo(1);
        assertThat(offers(owner)).hasSize(1);

        publish(replenished(variant));
        await().atMost(Duration.ofSeconds(30)).until(() -> offers(owner).size() == 2 && unsent() == 0);
        assertThat(offers(neighbour)).hasSize(1);
        assertThat(subscriptions(gone)).isZero();
        assertThat(offers(gone)).isEmpty();
    }

    @Test
    void speaksTheReadersLanguage() {
        Shopper owner = Shopper.anew(graph);
        owner.asks("mutation { profileUpdate(input: {language: KO}) { userErrors { code } } }")
                .path("profileUpdate.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        subscribe(owner, variant);
        publish(replenished(variant));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        mails(owner).stream().anyMatch(mail -> mail.subject().equals("상품이 다시 입고되었습니다")));
    }

    private void publish(Event event) {
        StepVerifier.create(bus.publish(List.of(event))).verifyComplete();
    }

    /** All of them in one lane, whatever they are about. */
    private Event replenished(VariantId what) {
        String data = JsonMapper.shared().writeValueAsString(new StockReplenished(what.toString(), 3));
        return new Event(
                UUID.randomUUID(), StockReplenished.TYPE.name(), variant.toString(), Instant.now(), data, null);
    }

    private static void subscribe(Shopper shopper, VariantId variant) {
        shopper.asks("mutation { restockSubscribe(variantId: \"" + variant + "\") { userErrors { code } } }")
                .path("restockSubscribe.userErrors")
                .entityList(Object.class)
                .hasSize(0);
    }

    private static void close(Shopper shopper) {
        shopper.asks("mutation { accountDelete(password: \"" + Visitor.PASSWORD + "\") { userErrors { code } } }")
                .path("accountDelete.userErrors")
                .entityList(Object.class)
                .hasSize(0);
    }

    private List<Mails.Mail> offers(Shopper shopper) {
        return mails(shopper).stream()
                .filter(mail -> mail.subject().equals("Back in stock"))
                .toList();
    }

    private List<Mails.Mail> mails(Shopper shopper) {
        String email = database.sql("select email from account where id = :id")
                .bind("id", shopper.id().uuid())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
        return new Mails(http, email).all();
    }

    /** What waits to be told, and to be mailed. */
    private long unsent() {
        return count("select (select count(*) from restock_notice) + (select count(*) from letter)");
    }

    private long subscriptions(Shopper shopper) {
        return count("select count(*) from restock_subscription where user_id = '"
                + shopper.id().uuid() + "'");
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
