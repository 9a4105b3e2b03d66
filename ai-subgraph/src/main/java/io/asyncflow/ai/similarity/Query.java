package io.asyncflow.ai.similarity;

import java.util.function.IntPredicate;

/** The working memory of one look through a {@link Lens}: as large as the catalogue, and used again and again. */
final class Query {

    /** The most that is ever chosen, and the choice it is chosen from. */
    static final int MOST = 50;

    private static final int CONTENDERS = 2 * MOST;

    /** Products that have less than this in common, prices aside, have nothing to do with each other. */
    private static final float WEAKEST = 0.02f;

    private final Scores scores;
    private final Best best = new Best(CONTENDERS);
    private final float[] standing = new float[CONTENDERS];

    Query(int products) {
        scores = new Scores(products);
    }

    void rank(int product, Lens lens, Prices prices, IntPredicate eligible) {
        lens.space().compare(product, scores);
        for (int i = 0; i < scores.count(); i++) {
            int other = scores.product(i);
            if (other != product && scores.of(other) >= WEAKEST && eligible.test(other)) {
                best.offer(other, lens.score(product, other, scores, prices));
            }
        }
        best.sort();
        for (int i = 0; i < best.size(); i++) {
            standing[i] = best.score(i);
        }
    }

    /**
     * Takes the place in the ranking of the next product to show: the best, where each one that was taken has lowered the
     * standing of the others of its group. So a row of one maker's ten bottles lets another maker's in. -1 at the end.
     */
    int take(Lens lens) {
        int next = -1;
        for (int i = 0; i < best.size(); i++) {
            if (standing[i] > 0 && (next < 0 || standing[i] > standing[next])) {
                next = i;
            }
        }
        if (next >= 0) {
            lowerGroupOf(next, lens);
            standing[next] = 0;
        }
        return next;
    }

    int product(int place) {
        return best.product(place);
    }

    float score(int place) {
        return best.score(place);
    }

    void clear() {
        scores.clear();
        best.clear();
    }

    private void lowerGroupOf(int place, Lens lens) {
        int group = lens.variety()[best.product(place)];
        for (int i = 0; i < best.size(); i++) {
            if (lens.variety()[best.product(i)] == group) {
                standing[i] *= lens.repetition();
            }
        }
    }
}
