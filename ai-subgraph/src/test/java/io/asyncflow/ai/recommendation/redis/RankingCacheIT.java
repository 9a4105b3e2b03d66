package io.asyncflow.ai.recommendation.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.FakeCatalog;
import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.catalog.Shop;
import io.asyncflow.ai.recommendation.FaultyRecommender;
import io.asyncflow.ai.recommendation.LiveIndex;
import io.asyncflow.ai.recommendation.Ranking;
import io.asyncflow.ai.recommendation.RecommendationIntent;
import io.asyncflow.ai.recommendation.Recommender;
import io.asyncflow.support.redis.Redis;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.SubgraphTest;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** Replicas are recommenders that share a Redis and each keep something near. */
@SubgraphTest
@FreshDatabase
class RankingCacheIT {

    private static final FakeCatalog CATALOG = FakeCatalog.of(Shop.PRODUCTS);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private LiveIndex index;

    @Autowired
    private RedisRankings rankings;

    @Autowired
    private CacheProperties properties;

    @Autowired
    private Redis redis;

    private final FaultyRecommender recommender = new FaultyRecommender();

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry registry) {
        registry.add("asyncflow.ai.catalog.url", CATALOG::url);
    }

    @AfterAll
    static void close() {
        CATALOG.close();
    }

    @BeforeEach
    void anEmptyRedis() {
        Awaitility.await().until(() -> index.current().index().size() == Shop.PRODUCTS.size());
        ask(RedisReactiveCommands::flushall);
    }

    @Test
    void asksOnceAndKeepsTheAnswerNear() {
        var replica = replica();

        var first = recommended(replica, 8, Shop.TEAPOT.id());
        ask(RedisReactiveCommands::flushall);

        assertThat(recommended(replica, 8, Shop.TEAPOT.id())).isEqualTo(first);
        assertThat(recommender.calls()).isEqualTo(1);
    }

    @Test
    void sharesAnswersAmongReplicas() {
        var first = recommended(replica(), 8, Shop.TEAPOT.id());

        assertThat(recommended(replica(), 8, Shop.TEAPOT.id())).isEqualTo(first).isNotEmpty();
        assertThat(recommender.calls()).isEqualTo(1);
    }

    @Test
    void asksOnlyForWhatIsMissing() {
        var replica = replica();
        recommended(replica, 8, Shop.TEAPOT.id());

        var both = recommended(replica, 8, Shop.TEAPOT.id(), Shop.GREEN_TEA.id());

        assertThat(both).containsOnlyKeys(Shop.TEAPOT.id(), Shop.GREEN_TEA.id());
        assertThat(recommender.calls()).isEqualTo(2);
    }

    @Test
    void cutsShorterListsOutOfLongerOnes() {
        var replica = replica();

        recommended(replica, 8, Shop.TEAPOT.id());
        recommended(replica, 10, Shop.TEAPOT.id());
        assertThat(recommender.calls()).isEqualTo(1);

        recommended(replica, 11, Shop.TEAPOT.id());
        assertThat(recommender.calls()).isEqualTo(2);
    }

    @Test
    void forgetsInTime() {
        recommended(replica(), 8, Shop.TEAPOT.id());

        Long seconds = ask(commands -> commands.ttl(key().toString()));

        assertThat(seconds)
                .isPositive()
                .isLessThanOrEqualTo(properties.timeToLive().toSeconds());
    }

    @Test
    void leavesAsideWhatIsNoRanking() {
        for (String rubbish : new String[] {"", "null", "{}", "[1]", "not json", "{\"items\": null}"}) {
            ask(commands -> commands.set(key().toString(), rubbish));

            assertThat(recommended(replica(), 8, Shop.TEAPOT.id())).containsKey(Shop.TEAPOT.id());
        }
        assertThat(recommender.calls()).isEqualTo(6);
    }

    @Test
    void keepsNothingOfARecommenderThatHasNothingToSay() {
        var unknown = Shop.id("unknown");
        var replica = replica();

        assertThat(recommended(replica, 8, unknown)).isEmpty();
        assertThat(recommended(replica, 8, unknown)).isEmpty();

        assertThat(recommender.calls()).isEqualTo(2);
    }

    private Recommender replica() {
        return new CachedRecommender(recommender, index, rankings, properties);
    }

    private RankingKey key() {
        var version = Objects.requireNonNull(index.current().version());
        return new RankingKey(version, RecommendationIntent.RELATED, 10, Shop.TEAPOT.id());
    }

    private static Map<ProductId, Ranking> recommended(Recommender replica, int first, ProductId... products) {
        return Objects.requireNonNull(replica.recommend(Set.of(products), RecommendationIntent.RELATED, first)
                .block(PATIENCE));
    }

    private <T> T ask(Function<RedisReactiveCommands<String, String>, Mono<T>> question) {
        return Objects.requireNonNull(redis.commands().flatMap(question).block(PATIENCE));
    }
}
