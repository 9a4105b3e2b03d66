package io.asyncflow.ai.similarity;

import io.asyncflow.support.money.Money;
import org.jspecify.annotations.Nullable;

/** How near prices are: 1 for the same, half of that for twice the price, nothing from four times on. */
final class Prices {

    private static final float CLOSE = 0.85f;

    private final float[] logarithms;

    /** @param logarithms to base 2, by product; NaN for one without a price */
    Prices(float[] logarithms) {
        this.logarithms = logarithms;
    }

    static float logarithm(@Nullable Money price) {
        return price != null && price.minorUnits() > 0
                ? (float) (Math.log(price.minorUnits()) / Math.log(2))
                : Float.NaN;
    }

    float nearness(int a, int b) {
        float distance = Math.abs(logarithms[a] - logarithms[b]);
        return distance < 2 ? 1 - distance / 2 : 0;
    }

    boolean close(int a, int b) {
        return nearness(a, b) >= CLOSE;
    }
}
