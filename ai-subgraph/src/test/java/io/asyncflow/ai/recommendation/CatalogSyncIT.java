package io.asyncflow.ai.recommendation;

import static io.asyncflow.ai.catalog.Shop.BLACK_TEA;
import static io.asyncflow.ai.catalog.Shop.GREEN_TEA;
import static io.asyncflow.ai.catalog.Shop.PRODUCTS;
import static io.asyncflow.ai.catalog.Shop.TEAPOT;
import static io.asyncflow.ai.catalog.Shop.product;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.asyncflow.ai.catalog.CatalogFollower;
import io.asyncflow.ai.catalog.FakeCatalog;
import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.SubgraphTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@SubgraphTest
@FreshDatabase
@TestPropertySource(
        properties = {
            "asyncflow.ai.catalog.poll-interval=20ms",
            "asyncflow.ai.catalog.first-interval=20ms",
            "asyncflow.ai.catalog.sweep-interval=1s",
            "asyncflow.ai.recommendations.rebuild-pause=0ms"
        })
class CatalogSyncIT {

    private static final FakeCatalog CATALOG = FakeCatalog.of(PRODUCTS);

    private static final ProductProfile TEA_STRAINER = product("tea-strainer", "차 거름망", "Porcelain tea strainer")
            .type("Teaware", "Icheon Kiln")
            .attributes("material=porcelain", "occasion=tea time")
            .price(15_000)
            .build();

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private LiveIndex index;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    static {
        CATALOG.pageSize(4);
    }

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        properties.add("asyncflow.ai.catalog.url", CATALOG::url);
    }

    @AfterAll
    static void close() {
        CATALOG.close();
    }

    @BeforeEach
    void listen() {
        Eventually.indexed(index, PRODUCTS.size());
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void restored() {
        CATALOG.answers(null);
        CATALOG.away(false);
        CATALOG.put(TEAPOT, Instant.now());
        CATALOG.remove(TEA_STRAINER);
        Eventually.indexed(index, PRODUCTS.size());
        Eventually.so(() -> related(GREEN_TEA).getFirst().equals(BLACK_TEA.id().toString()));
        Eventually.so(() -> warnings().isEmpty() || log.list.getLast().getLevel() == Level.INFO);
        logger().detachAppender(log);
    }

    @Test
    void readsAllPages() {
        Set<String> cursors = CATALOG.asked().stream()
                .map(variables -> variables.path("after").asString(""))
                .collect(Collectors.toSet());

        assertThat(cursors).contains("", "4", "8", "12", "16");
        assertThat(PRODUCTS)
                .allSatisfy(known ->
                        assertThat(index.current().index().contains(known.id())).isTrue());
    }

    @Test
    void followsWhatChanges() {
        assertThat(related(GREEN_TEA)).startsWith(BLACK_TEA.id().toString());

        CATALOG.put(
                product("teapot", "제주 녹차", "Jeju green tea")
                        .about("제주 햇녹차 잎차", "Loose leaf green tea from Jeju, first flush")
                        .type("Tea", "Jeju Tea")
                        .attributes("origin=Jeju", "occasion=tea time")
                        .tags("vegan")
                        .collections("tea", "all")
                        .price(18_000)
                        .build(),
                Instant.now());

        Eventually.so(() -> related(GREEN_TEA).getFirst().equals(TEAPOT.id().toString()));
    }

    @Test
    void followsWhatComesAndGoes() {
        assertThat(knows(TEA_STRAINER)).isFalse();

        CATALOG.put(TEA_STRAINER, Instant.now());
        Eventually.so(() -> knows(TEA_STRAINER));
        Eventually.so(() -> related(TEAPOT).contains(TEA_STRAINER.id().toString()));

        CATALOG.remove(TEA_STRAINER);
        Eventually.so(() -> !knows(TEA_STRAINER));
        assertThat(related(TEAPOT)).doesNotContain(TEA_STRAINER.id().toString());
    }

    @Test
    void rebuildsNothingWhenNothingChanged() {
        CATALOG.put(GREEN_TEA, Instant.now());
        int asked = CATALOG.asked().size();
        Eventually.so(() -> CATALOG.asked().size() > asked + 20);
        var before = index.current();

        CATALOG.put(GREEN_TEA, Instant.now());
        int askedThen = CATALOG.asked().size();
        Eventually.so(() -> CATALOG.asked().size() > askedThen + 20);

        assertThat(index.current()).isSameAs(before);
    }

    @Test
    void goesOnWhileTheCatalogueIsAwayAndSaysSoOnce() {
        CATALOG.away(true);
        CATALOG.put(TEA_STRAINER, Instant.now());
        int asked = CATALOG.asked().size();
        Eventually.so(() -> CATALOG.asked().size() > asked + 5);

        assertThat(related(GREEN_TEA)).startsWith(BLACK_TEA.id().toString());
        Eventually.so(() -> warnings().size() == 1);

        CATALOG.away(false);
        Eventually.indexed(index, PRODUCTS.size() + 1);
        assertThat(warnings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": {\"products\": {\"nodes\": [], \"pageInfo\": {\"hasNextPage\": true}}}}",
                "{\"data\": {\"products\": {\"nodes\": [{\"id\": 1}], \"pageInfo\": {\"hasNextPage\": false}}}}",
                "{\"data\": {\"products\": {\"nodes\": [{\"id\": \"order_01h455vb4pex5vsknk084sn02q\","
                        + " \"updatedAt\": \"2026-11-20T09:00:00Z\"}], \"pageInfo\": {\"hasNextPage\": false}}}}",
                "<html>"
            })
    void survivesGarbage(String answer) {
        CATALOG.answers(answer);

        Eventually.so(() -> warnings().size() == 1);

        assertThat(index.current().index().size()).isEqualTo(PRODUCTS.size());
        assertThat(related(GREEN_TEA)).startsWith(BLACK_TEA.id().toString());
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(CatalogFollower.class);
    }

    private boolean knows(ProductProfile shown) {
        return answer(shown) != null;
    }

    private List<String> related(ProductProfile shown) {
        return Objects.requireNonNull(answer(shown)).stream()
                .map(product -> product.get("id"))
                .toList();
    }

    private @Nullable List<Map<String, String>> answer(ProductProfile shown) {
        return graph.document("{ productRecommendations(productId: \"%s\") { id } }".formatted(shown.id()))
                .execute()
                .returnResponse()
                .field("productRecommendations")
                .getValue();
    }
}
