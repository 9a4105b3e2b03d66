package io.asyncflow.ai.similarity;

/**
 * The best few of many products: higher scores first, equal ones in the order of products. A heap whose root is the
 * worst that is kept.
 */
final class Best {

    private final int[] products;
    private final float[] scores;
    private int size;

    Best(int capacity) {
        products = new int[capacity];
        scores = new float[capacity];
    }

    void offer(int product, float score) {
        if (size < products.length) {
            place(size++, product, score);
            rise(size - 1);
        } else if (isWorse(products[0], scores[0], product, score)) {
            place(0, product, score);
            sink(size);
        }
    }

    /** Puts the best first. Nothing can be offered until {@link #clear}. */
    void sort() {
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            sink(end);
        }
    }

    int size() {
        return size;
    }

    int product(int i) {
        return products[i];
    }

    float score(int i) {
        return scores[i];
    }

    void clear() {
        size = 0;
    }

    private void rise(int from) {
        int child = from;
        while (child > 0 && isWorse(child, (child - 1) / 2)) {
            swap(child, (child - 1) / 2);
            child = (child - 1) / 2;
        }
    }

    private void sink(int end) {
        int parent = 0;
        while (2 * parent + 1 < end) {
            int child = 2 * parent + 1;
            if (child + 1 < end && isWorse(child + 1, child)) {
                child++;
            }
            if (!isWorse(child, parent)) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private boolean isWorse(int i, int j) {
        return isWorse(products[i], scores[i], products[j], scores[j]);
    }

    private static boolean isWorse(int product, float score, int otherProduct, float otherScore) {
        return score < otherScore || (score == otherScore && product > otherProduct);
    }

    private void swap(int i, int j) {
        int product = products[i];
        float score = scores[i];
        place(i, products[j], scores[j]);
        place(j, product, score);
    }

    private void place(int i, int product, float score) {
        products[i] = product;
        scores[i] = score;
    }
}
