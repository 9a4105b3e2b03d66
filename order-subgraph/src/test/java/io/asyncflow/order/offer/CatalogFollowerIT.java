package io.asyncflow.order.offer;

import static io.asyncflow.order.Shelf.priced;
import static io.asyncflow.order.Shelf.product;
import static io.asyncflow.order.Shelf.variant;
import static io.asyncflow.order.Shelf.with;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.asyncflow.order.StandInCatalog.Asked;
import io.asyncflow.order.StandInCatalog.Product;
import io.asyncflow.order.WithCatalog;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Each test follows a catalogue with a follower of its own, step by step. */
class CatalogFollowerIT extends WithCatalog {

    @Autowired
    OfferTable offers;

    @Autowired
    SyncTable sync;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Product mug = newMug();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
        CATALOG.put(mug);
        follow();
        CATALOG.forget();
    }

    @AfterEach
    void behave() {
        logger().detachAppender(log);
        CATALOG.behave();
        CATALOG.pagesOf(250);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(CatalogFollower.class);
    }

    private CatalogFollower follower() {
        return Follow.with(service, CATALOG.url());
    }

    private @Nullable Offer offer(Product product) {
        var id = VariantId.parse("id", product.variants().getFirst().id());
        return Objects.requireNonNull(offers.find(Set.of(id)).block(Follow.PATIENCE))
                .get(id);
    }

    private Instant newest() {
        return Objects.requireNonNull(sync.newest().block(Follow.PATIENCE));
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void readsAProductWithItsPricesInMinorUnits() {
        assertThat(offer(mug)).isNotNull().satisfies(offer -> {
            assertThat(offer.title()).isEqualTo("Mug");
            assertThat(offer.price(CurrencyCode.KRW)).isEqualTo(new Money(12000, CurrencyCode.KRW));
            assertThat(offer.price(CurrencyCode.USD)).isEqualTo(new Money(899, CurrencyCode.USD));
            assertThat(offer.price(CurrencyCode.EUR)).isNull();
            assertThat(offer.available()).isTrue();
            assertThat(offer.vanished()).isFalse();
        });
    }

    @Test
    void readsPageAfterPageWithOneStatementForEach() {
        var products = IntStream.range(0, 6).mapToObj(_ -> newMug()).toList();
        products.forEach(CATALOG::put);
        CATALOG.pagesOf(3);
        counter.reset();

        follow();

        assertThat(products).allSatisfy(product -> assertThat(offer(product)).isNotNull());
        assertThat(counter.statements().stream().filter(sql -> sql.contains("insert into variant_offer")))
                .hasSize(CATALOG.asked().size());
        assertThat(CATALOG.asked())
                .hasSizeGreaterThan(2)
                .extracting(Asked::after)
                .contains("3", "6");
    }

    private static Product newMug() {
        return product("Mug", variant("MUG", "Default Title", "12000", "8.99"));
    }

    @Test
    void asksOnlyForWhatChangedLately() {
        follow();

        assertThat(CATALOG.asked()).containsExactly(new Asked(mug.updatedAt().minusSeconds(60), null));
    }

    @Test
    void neverGoesBackToAnOlderState() {
        CATALOG.put(with(mug, priced(mug.variants().getFirst(), Map.of("KRW", "13000"))));
        follow();

        CATALOG.put(mug);
        follow();

        assertThat(offer(mug))
                .extracting(offer -> offer.price(CurrencyCode.KRW))
                .isEqualTo(new Money(13000, CurrencyCode.KRW));
    }

    @Test
    void readsTheSameAgainWithoutChangingAnything() {
        var before = offer(mug);
        follow();

        assertThat(offer(mug)).isEqualTo(before);
        assertThat(newest()).isEqualTo(mug.updatedAt());
    }

    @Test
    void warnsOnceOfAnOutageAndTellsItsEnd() {
        var follower = follower();
        CATALOG.misbehave(() -> Mono.error(new IllegalStateException("down")));
        follower.catchUp().block(Follow.PATIENCE);
        follower.catchUp().block(Follow.PATIENCE);

        CATALOG.behave();
        follower.catchUp().block(Follow.PATIENCE);

        assertThat(warnings()).singleElement().asString().contains("carts go on", "503");
        assertThat(log.list.getLast().getFormattedMessage()).isEqualTo("The catalogue answers again");
    }

    @Test
    void stopsAskingACatalogueThatKeepsFailing() {
        var follower = follower();
        CATALOG.misbehave(() -> Mono.error(new IllegalStateException("down")));

        for (int reading = 0; reading < 5; reading++) {
            follower.catchUp().block(Follow.PATIENCE);
        }

        assertThat(CATALOG.asked()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "",
                "{}",
                "{\"data\": {\"products\": null}}",
                "{\"data\": {\"products\": {\"nodes\": []}}}",
                "{\"data\": {\"products\": {\"nodes\": [{\"id\": \"x\"}], \"pageInfo\": {\"hasNextPage\": false}}}}",
                "{\"data\": {\"products\": {\"nodes\": [{\"updatedAt\": \"2026-11-20T00:00:00Z\"}],"
                        + " \"pageInfo\": {\"hasNextPage\": false}}}}",
                "{\"data\": null, \"errors\": [{\"message\": \"no such field\"}]}"
            })
    void keepsWhatItKnowsWhenTheAnswerIsGarbage(String garbage) {
        CATALOG.misbehave(() -> Mono.just(garbage));

        follow();

        assertThat(warnings()).hasSize(1);
        assertThat(offer(mug)).isNotNull().matches(offer -> offer.available() && !offer.vanished());
        assertThat(newest()).isEqualTo(mug.updatedAt());
    }

    @Test
    void timesOutASilentCatalogue() {
        CATALOG.misbehave(Mono::never);

        follow();

        assertThat(warnings()).singleElement().asString().contains("catalog did not answer", "500ms");
    }
}
