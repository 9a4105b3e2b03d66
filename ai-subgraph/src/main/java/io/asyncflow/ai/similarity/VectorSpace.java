package io.asyncflow.ai.similarity;

/**
 * Products as sparse vectors, kept twice: for each product its terms, and for each term its products. Comparing one
 * product with all others so touches only those that share a term with it.
 */
final class VectorSpace {

    /** Rows of (column, weight) pairs, row after row in two flat arrays. */
    record Matrix(int[] starts, int[] columns, float[] weights) {}

    private final Matrix termsOfProducts;
    private final Matrix productsOfTerms;

    VectorSpace(Matrix termsOfProducts, int terms) {
        this.termsOfProducts = termsOfProducts;
        this.productsOfTerms = transposed(termsOfProducts, terms);
    }

    /**
     * Adds to each product's score how near it is. Shared terms are added up in the order of terms from either side, so
     * that the score of a to b is that of b to a, to the last bit.
     */
    void compare(int product, Scores scores) {
        int end = termsOfProducts.starts()[product + 1];
        for (int i = termsOfProducts.starts()[product]; i < end; i++) {
            int term = termsOfProducts.columns()[i];
            float weight = termsOfProducts.weights()[i];
            int last = productsOfTerms.starts()[term + 1];
            for (int j = productsOfTerms.starts()[term]; j < last; j++) {
                scores.add(
                        productsOfTerms.columns()[j], weight * productsOfTerms.weights()[j]);
            }
        }
    }

    private static Matrix transposed(Matrix rows, int columns) {
        var starts = new int[columns + 1];
        for (int column : rows.columns()) {
            starts[column + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            starts[column + 1] += starts[column];
        }
        var next = starts.clone();
        var transposed = new Matrix(starts, new int[rows.columns().length], new float[rows.columns().length]);
        for (int row = 0; row + 1 < rows.starts().length; row++) {
            for (int i = rows.starts()[row]; i < rows.starts()[row + 1]; i++) {
                int place = next[rows.columns()[i]]++;
                transposed.columns()[place] = row;
                transposed.weights()[place] = rows.weights()[i];
            }
        }
        return transposed;
    }
}
