package io.asyncflow.ai.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said of each product, to tell a person what two of them share. */
final class Facts {

    private final Fact[] facts;
    private final int[] holders;
    private final int[][] ofProducts;

    private Facts(Fact[] facts, int[] holders, int[][] ofProducts) {
        this.facts = facts;
        this.holders = holders;
        this.ofProducts = ofProducts;
    }

    /** The most telling of what both have: by kind, the rarest first, none that only repeats another. */
    List<String> shared(int a, int b, Set<Fact.Kind> kinds, int most) {
        var ranked = both(ofProducts[a], ofProducts[b]).stream()
                .filter(number -> kinds.contains(facts[number].kind()))
                .sorted(Comparator.<Integer, Fact.Kind>comparing(number -> facts[number].kind())
                        .thenComparing(number -> holders[number])
                        .thenComparing(number -> facts[number].label()))
                .map(number -> facts[number])
                .toList();
        var told = new ArrayList<Fact>();
        for (Fact fact : ranked) {
            if (told.size() < most && told.stream().noneMatch(fact::overlaps)) {
                told.add(fact);
            }
        }
        return told.stream().map(Fact::label).toList();
    }

    private static List<Integer> both(int[] some, int[] others) {
        var both = new ArrayList<Integer>();
        int i = 0;
        int j = 0;
        while (i < some.length && j < others.length) {
            if (some[i] == others[j]) {
                both.add(some[i]);
            }
            int step = Integer.compare(some[i], others[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return both;
    }

    /** Takes the facts of one product after another. */
    static final class Builder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Fact> facts = new ArrayList<>();
        private final List<int[]> ofProducts = new ArrayList<>();

        void add(List<Fact> product) {
            ofProducts.add(product.stream()
                    .filter(fact -> !fact.label().isBlank())
                    .mapToInt(this::number)
                    .sorted()
                    .distinct()
                    .toArray());
        }

        /** The facts of the products in that order. */
        Facts build(int[] order) {
            var holders = new int[facts.size()];
            ofProducts.stream().flatMapToInt(Arrays::stream).forEach(number -> holders[number]++);
            var ordered = Arrays.stream(order).mapToObj(ofProducts::get).toArray(int[][]::new);
            return new Facts(facts.toArray(Fact[]::new), holders, ordered);
        }

        private int number(Fact fact) {
            return numbers.computeIfAbsent(fact.key(), _ -> {
                facts.add(fact);
                return facts.size() - 1;
            });
        }
    }
}
