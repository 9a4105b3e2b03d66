package io.asyncflow.ai.recommendation;

import static io.asyncflow.ai.catalog.Shop.FLOOR_LAMP;
import static io.asyncflow.ai.catalog.Shop.GREEN_TEA;
import static io.asyncflow.ai.catalog.Shop.LINEN_CUSHION;
import static io.asyncflow.ai.catalog.Shop.STRIPED_CUSHION;
import static io.asyncflow.ai.catalog.Shop.VELVET_CUSHION;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.Shop;
import io.asyncflow.testing.FreshDatabase;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** What the shop sees of a recommender that is out of order. Nothing is kept from before: Redis is away as well. */
@FreshDatabase
@TestPropertySource(
        properties = {
            "asyncflow.redis.url=redis://127.0.0.1:1",
            "asyncflow.ai.cache.near-size=0",
            "asyncflow.ai.recommendations.timeout=200ms",
            "asyncflow.ai.recommendations.retry-after=1s"
        })
class FaultyRecommenderIT extends ShopScenario {

    private static final FaultyRecommender RECOMMENDER = new FaultyRecommender();

    @TestBean(name = "contentRecommender")
    private @Nullable Recommender contentRecommender;

    @Autowired
    private DatabaseClient database;

    static Recommender contentRecommender() {
        return RECOMMENDER;
    }

    @BeforeEach
    void working() {
        RECOMMENDER.becomes(FaultyRecommender.Mood.WORKING);
        Eventually.so(() -> !similar(GREEN_TEA, 1).degraded());
    }

    @Test
    void showsWhatTheRecommenderSays() {
        assertThat(similar(GREEN_TEA, 3).products()).containsExactly(id(FLOOR_LAMP));
        assertThat(recommended(GREEN_TEA, "first: 3")).containsExactly(id(FLOOR_LAMP));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyRecommender.Mood.class,
            names = {"FAILING", "THROWING", "SILENT", "EMPTY"})
    void showsTheNewestOfTheTypeInstead(FaultyRecommender.Mood mood) {
        RECOMMENDER.becomes(mood);

        var set = similar(LINEN_CUSHION, 5);

        assertThat(set.degraded()).isTrue();
        assertThat(set.strategy()).isEqualTo("newest-of-type");
        assertThat(set.products()).containsExactlyInAnyOrder(id(STRIPED_CUSHION), id(VELVET_CUSHION));
        assertThat(set.items()).allSatisfy(item -> {
            assertThat(item.reason()).isEqualTo("FALLBACK");
            assertThat(item.score()).isZero();
            assertThat(item.explanation()).isEqualTo("New: Cushions");
        });
    }

    @Test
    void goesWithOtherTypesWhereOthersWereAskedFor() {
        RECOMMENDER.becomes(FaultyRecommender.Mood.FAILING);

        var shown = recommended(LINEN_CUSHION, "intent: COMPLEMENTARY, first: 50");

        assertThat(shown)
                .hasSize(Shop.PRODUCTS.size() - 4)
                .doesNotContain(id(STRIPED_CUSHION), id(LINEN_CUSHION))
                .contains(id(FLOOR_LAMP));
    }

    @Test
    void knowsNothingOfUnknownProductsEvenThen() {
        RECOMMENDER.becomes(FaultyRecommender.Mood.FAILING);

        entities("similar { id }", List.of(representation(UNKNOWN)))
                .path("_entities[0].similar")
                .valueIsNull();
    }

    @Test
    @Timeout(60)
    void leavesARecommenderAloneThatKeepsFailingUntilItHasRested() {
        RECOMMENDER.becomes(FaultyRecommender.Mood.FAILING);
        int before = RECOMMENDER.calls();

        int asked = 0;
        while (RECOMMENDER.calls() == before + asked) {
            assertThat(similar(LINEN_CUSHION, 1).degraded()).isTrue();
            asked++;
        }
        assertThat(asked).isLessThanOrEqualTo(21);

        RECOMMENDER.becomes(FaultyRecommender.Mood.WORKING);
        Eventually.so(() -> !similar(LINEN_CUSHION, 1).degraded());
    }

    @Test
    void waitsForNoRecommenderLongerThanItsTimeout() {
        RECOMMENDER.becomes(FaultyRecommender.Mood.SILENT);
        long began = System.nanoTime();

        assertThat(similar(LINEN_CUSHION, 1).degraded()).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void substitutesForAProductThatTheRecommenderHasNotSeenYet() {
        var latest = Shop.id("latest");
        // As another replica would write it, a moment before it says so.
        database.sql("""
                        insert into product_profile (id, updated_at, read_at, profile)
                        values (:id, now(), now(), '{"productType": "Cushions"}')
                        """).bind("id", latest.uuid()).then().block(Duration.ofSeconds(5));

        var answer = entities(
                "similar(first: 2) { degraded items { reason } }",
                List.of(representation(latest.toString()), representation(id(GREEN_TEA))));

        answer.path("_entities[0].similar.degraded")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("_entities[0].similar.items[*].reason")
                .entityList(String.class)
                .containsExactly("FALLBACK", "FALLBACK")
                .path("_entities[1].similar.degraded")
                .entity(Boolean.class)
                .isEqualTo(false);
    }
}
