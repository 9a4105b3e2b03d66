package io.asyncflow.ai.similarity;

import java.util.List;
import java.util.Set;

/**
 * One way to look from a product at the others.
 *
 * @param space where nearness is measured, apart from prices
 * @param priceShare how much of the score the nearness of prices is
 * @param told the kinds of facts that make products near in this space
 * @param variety groups of products of which the best should not be all of one
 * @param repetition what remains of a product's standing for each better one of its group
 */
record Lens(VectorSpace space, float priceShare, Set<Fact.Kind> told, int[] variety, float repetition) {

    private static final int MOST_FACTS = 3;

    float score(int product, int other, Scores scores, Prices prices) {
        return scores.of(other) + priceShare * prices.nearness(product, other);
    }

    /** Says only what is so: the facts that both have, and nothing that merely raised the score. */
    String explanation(int product, int other, Facts facts, Prices prices) {
        List<String> shared = facts.shared(product, other, told, MOST_FACTS);
        if (shared.isEmpty()) {
            return "Similar descriptions";
        }
        String both = "Both: " + String.join(", ", shared);
        return shared.size() < MOST_FACTS && prices.close(product, other) ? both + ", close in price" : both;
    }
}
