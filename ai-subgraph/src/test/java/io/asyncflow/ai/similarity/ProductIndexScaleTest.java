package io.asyncflow.ai.similarity;

import static io.asyncflow.ai.similarity.ProductIndexTest.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.ai.catalog.Warehouse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints what ten thousand products cost. The bounds are far above that, for slow machines and instrumented code. */
class ProductIndexScaleTest {

    private static final int PRODUCTS = 10_000;
    private static final int QUERIES = 2_000;

    @Test
    void answersForTenThousandProducts() {
        var products = Warehouse.products(PRODUCTS, 1);
        long began = System.nanoTime();
        var index = index(products);
        var buildTime = Duration.ofNanos(System.nanoTime() - began);

        queryTimes(index, products.reversed());
        long[] similar = queryTimes(index, products);

        System.out.printf(
                "%d products: index built in %d ms, similar(8) in %d us at the median, %d us at the 99th percentile%n",
                PRODUCTS, buildTime.toMillis(), similar[QUERIES / 2] / 1000, similar[QUERIES * 99 / 100] / 1000);
        assertThat(buildTime).isLessThan(Duration.ofSeconds(20));
        assertThat(Duration.ofNanos(similar[QUERIES / 2])).isLessThan(Duration.ofMillis(20));
    }

    private static long[] queryTimes(ProductIndex index, List<ProductProfile> products) {
        var times = new long[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long began = System.nanoTime();
            assertThat(index.similar(products.get(i).id(), 8).size()).isEqualTo(8);
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        return times;
    }
}
