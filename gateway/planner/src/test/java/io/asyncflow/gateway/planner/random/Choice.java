package io.asyncflow.gateway.planner.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chances that a seed decides. */
final class Choice {

    private final Random random;

    Choice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 17);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Each with the chance, but at least some. */
    <T> List<T> some(List<T> all, int percent, int least) {
        List<T> chosen = new ArrayList<>(all);
        chosen.removeIf(_ -> !chance(percent));
        while (chosen.size() < Math.min(least, all.size())) {
            T another = of(all);
            if (!chosen.contains(another)) {
                chosen.add(another);
            }
        }
        return chosen;
    }
}
