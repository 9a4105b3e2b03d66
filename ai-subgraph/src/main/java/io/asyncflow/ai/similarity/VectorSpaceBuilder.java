package io.asyncflow.ai.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes vectors of products out of their terms. A product has several parts (its words, its tags, ...), and each part
 * has a share of the whole. Within a part terms weigh by TF-IDF and the part has length 1, so that the product of two
 * vectors is the weighted sum of the cosines of their parts: between 0 and the sum of the shares.
 */
final class VectorSpaceBuilder {

    /** One part of one product, its terms by the number that each got when it was first seen. */
    private record Part(float share, int[] terms, float[] counts) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Part>> products = new ArrayList<>();

    /** Begins the next product, to which {@link #part} then adds. */
    void product() {
        products.add(new ArrayList<>(5));
    }

    /** A part without terms adds nothing, and its share goes to no other. */
    void part(float share, Bag bag) {
        if (bag.size() == 0) {
            return;
        }
        var terms = new int[bag.size()];
        var counts = new float[bag.size()];
        var next = new int[1];
        bag.forEach((term, count) -> {
            terms[next[0]] = numbers.computeIfAbsent(term, _ -> numbers.size());
            counts[next[0]++] = count;
        });
        products.getLast().add(new Part(share, terms, counts));
    }

    /** The space of the products in that order. */
    VectorSpace build(int[] order) {
        int[] ranks = ranks();
        float[] rarity = rarity();
        int size = products.stream()
                .flatMap(List::stream)
                .mapToInt(part -> part.terms().length)
                .sum();
        var matrix = new VectorSpace.Matrix(new int[order.length + 1], new int[size], new float[size]);
        for (int row = 0; row < order.length; row++) {
            matrix.starts()[row + 1] = write(products.get(order[row]), ranks, rarity, matrix, matrix.starts()[row]);
        }
        return new VectorSpace(matrix, numbers.size());
    }

    /** Terms in alphabetical order: the sums of their weights then do not depend on who was read first. */
    private int[] ranks() {
        var ranks = new int[numbers.size()];
        int rank = 0;
        for (String term : numbers.keySet().stream().sorted().toList()) {
            ranks[numbers.getOrDefault(term, 0)] = rank++;
        }
        return ranks;
    }

    private float[] rarity() {
        var holders = new int[numbers.size()];
        products.forEach(parts -> parts.forEach(part -> {
            for (int term : part.terms()) {
                holders[term]++;
            }
        }));
        var rarity = new float[holders.length];
        for (int term = 0; term < rarity.length; term++) {
            rarity[term] = (float) Math.log1p((products.size() - holders[term] + 0.5) / (holders[term] + 0.5));
        }
        return rarity;
    }

    /** Writes a product's terms in their order, and returns where they end. */
    private static int write(List<Part> parts, int[] ranks, float[] rarity, VectorSpace.Matrix matrix, int start) {
        int size = parts.stream().mapToInt(part -> part.terms().length).sum();
        // Term and weight in one number, which sorts by the term.
        var cells = new long[size];
        int next = 0;
        for (Part part : parts) {
            float[] weights = weights(part, rarity);
            for (int i = 0; i < weights.length; i++) {
                cells[next++] = ((long) ranks[part.terms()[i]] << 32) | Float.floatToIntBits(weights[i]);
            }
        }
        Arrays.sort(cells);
        for (int i = 0; i < size; i++) {
            matrix.columns()[start + i] = (int) (cells[i] >>> 32);
            matrix.weights()[start + i] = Float.intBitsToFloat((int) cells[i]);
        }
        return start + size;
    }

    private static float[] weights(Part part, float[] rarity) {
        var weights = new float[part.terms().length];
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (1 + Math.log(Math.max(part.counts()[i], 1))) * rarity[part.terms()[i]];
            squares += (double) weights[i] * weights[i];
        }
        float scale = (float) Math.sqrt(part.share() / squares);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return weights;
    }
}
