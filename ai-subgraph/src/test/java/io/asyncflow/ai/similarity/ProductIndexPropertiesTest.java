package io.asyncflow.ai.similarity;

import static io.asyncflow.ai.similarity.ProductIndexTest.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.ProductId;
import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.ai.catalog.Warehouse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any catalogue. */
class ProductIndexPropertiesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scoresLieBetweenNothingAndOne(long seed) {
        var products = Warehouse.products(120, seed);
        var index = index(products);
        for (ProductProfile product : products) {
            assertThat(all(index, product)).allSatisfy(neighbour -> {
                assertThat(neighbour.score()).isBetween(0.0, 1.0);
                assertThat(neighbour.explanation()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aTwinIsAsNearAsCanBe(long seed) {
        var product = Warehouse.products(1, seed).getFirst();
        var twin = renamed(product, Warehouse.products(2, seed).getLast().id());

        assertThat(index(List.of(product, available(twin))).similar(product.id(), 1))
                .singleElement()
                .satisfies(neighbour -> assertThat(neighbour.score()).isEqualTo(1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nearnessIsMutual(long seed) {
        // No more than a list holds, so that each pair is in both lists.
        var products = Warehouse.products(ProductIndex.MOST, seed).stream()
                .map(ProductIndexPropertiesTest::available)
                .toList();
        var index = index(products);
        Map<Set<ProductId>, Double> scores = new HashMap<>();
        for (ProductProfile product : products) {
            for (Neighbour neighbour : index.similar(product.id(), ProductIndex.MOST)) {
                var pair = Set.of(product.id(), neighbour.product());
                assertThat(scores.merge(pair, neighbour.score(), (known, found) -> found.equals(known) ? known : -1))
                        .isNotEqualTo(-1);
            }
        }
        assertThat(scores).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsRecommendedTwiceOrToItself(long seed) {
        var products = Warehouse.products(120, seed);
        var index = index(products);
        for (ProductProfile product : products) {
            var similar = index.similar(product.id(), ProductIndex.MOST).stream()
                    .map(Neighbour::product)
                    .toList();
            assertThat(similar).doesNotHaveDuplicates().doesNotContain(product.id());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfReadingChangesNothing(long seed) {
        var products = Warehouse.products(120, seed);
        var shuffled = new ArrayList<>(products);
        Collections.shuffle(shuffled, new Random(seed));

        var index = index(products);
        var again = index(shuffled);

        for (ProductProfile product : products) {
            assertThat(all(again, product)).isEqualTo(all(index, product));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void manyMayAskAtOnce(long seed) {
        var products = Warehouse.products(200, seed);
        var index = index(products);
        Map<ProductId, List<Neighbour>> expected =
                products.stream().collect(Collectors.toMap(ProductProfile::id, product -> all(index, product)));

        Map<ProductId, List<Neighbour>> found = new ConcurrentHashMap<>();
        products.parallelStream().forEach(product -> found.put(product.id(), all(index, product)));

        assertThat(found).isEqualTo(expected);
    }

    private static List<Neighbour> all(ProductIndex index, ProductProfile product) {
        var all = new ArrayList<>(index.similar(product.id(), ProductIndex.MOST));
        all.addAll(index.complementary(product.id(), ProductIndex.MOST));
        return all;
    }

    private static ProductProfile available(ProductProfile product) {
        return changed(product, product.id(), true);
    }

    private static ProductProfile renamed(ProductProfile product, ProductId id) {
        return changed(product, id, product.available());
    }

    private static ProductProfile changed(ProductProfile product, ProductId id, boolean available) {
        return new ProductProfile(
                id,
                product.handle(),
                product.title(),
                product.description(),
                product.vendor(),
                product.productType(),
                product.tags(),
                product.attributes(),
                product.collections(),
                product.price(),
                available);
    }
}
