package io.asyncflow.ai.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class BestTest {

    private record Offer(int product, float score) {}

    @RepeatedTest(50)
    void keepsWhatSortingWouldPutFirst(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var offers = new ArrayList<Offer>();
        for (int product = 0; product < random.nextInt(200); product++) {
            // Few different scores: ties are the rule.
            offers.add(new Offer(product, random.nextInt(10) / 10f));
        }
        java.util.Collections.shuffle(offers, random);
        var best = new Best(20);

        offers.forEach(offer -> best.offer(offer.product(), offer.score()));
        best.sort();

        assertThat(kept(best))
                .isEqualTo(offers.stream()
                        .sorted(Comparator.comparing(Offer::score).reversed().thenComparing(Offer::product))
                        .limit(20)
                        .toList());
    }

    private static List<Offer> kept(Best best) {
        var kept = new ArrayList<Offer>();
        for (int i = 0; i < best.size(); i++) {
            kept.add(new Offer(best.product(i), best.score(i)));
        }
        return kept;
    }
}
