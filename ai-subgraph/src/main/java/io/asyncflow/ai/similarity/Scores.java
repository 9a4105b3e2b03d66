package io.asyncflow.ai.similarity;

/** A score for each product, and which ones have any. Made once and used again: a query leaves nothing to collect. */
final class Scores {

    private final float[] values;
    private final int[] scored;
    private int count;

    Scores(int products) {
        values = new float[products];
        scored = new int[products];
    }

    void add(int product, float score) {
        if (values[product] == 0 && score > 0) {
            scored[count++] = product;
        }
        values[product] += score;
    }

    int count() {
        return count;
    }

    /** The i-th product that has a score, in no particular order. */
    int product(int i) {
        return scored[i];
    }

    float of(int product) {
        return values[product];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            values[scored[i]] = 0;
        }
        count = 0;
    }
}
