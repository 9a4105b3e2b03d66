package io.asyncflow.ai.similarity;

import io.asyncflow.ai.catalog.ProductId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Which products of the catalogue go with which. Never changes; any number of threads may ask. */
public final class ProductIndex {

    /** The most neighbours that a product has. */
    public static final int MOST = Query.MOST;

    /**
     * The products, in the order of their ids, which is that of their making.
     *
     * @param types by product, numbers of {@code typeNames}
     */
    record Products(UUID[] ids, int[] types, List<String> typeNames, BitSet available) {}

    private final Products products;
    private final Prices prices;
    private final Facts facts;
    private final Lens similar;
    private final Lens complementary;
    // Holds as many as there were ever threads at work.
    private final Queue<Query> idle = new ConcurrentLinkedQueue<>();

    ProductIndex(Products products, Prices prices, Facts facts, Lens similar, Lens complementary) {
        this.products = products;
        this.prices = prices;
        this.facts = facts;
        this.similar = similar;
        this.complementary = complementary;
    }

    public int size() {
        return products.ids().length;
    }

    public boolean contains(ProductId product) {
        return position(product) >= 0;
    }

    /** The type of a product, null of one that is not here. */
    public @Nullable String typeOf(ProductId product) {
        int position = position(product);
        return position < 0 ? null : products.typeNames().get(products.types()[position]);
    }

    /** The available products most like this one, the best first; none for a product that is not here. */
    public List<Neighbour> similar(ProductId product, int count) {
        return nearest(position(product), count, similar, products.available()::get);
    }

    /** The available products of other types that are used together with this one, the best first. */
    public List<Neighbour> complementary(ProductId product, int count) {
        int position = position(product);
        return nearest(
                position,
                count,
                complementary,
                other -> products.available().get(other) && products.types()[other] != products.types()[position]);
    }

    /** The available products whose type is, or is not, the given one; the newest first. */
    public List<ProductId> newest(String type, boolean ofThatType, int count) {
        int number = products.typeNames().indexOf(type);
        var newest = new ArrayList<ProductId>();
        for (int i = size() - 1; i >= 0 && newest.size() < count; i--) {
            if (products.available().get(i) && (products.types()[i] == number) == ofThatType) {
                newest.add(new ProductId(products.ids()[i]));
            }
        }
        return newest;
    }

    private List<Neighbour> nearest(int product, int count, Lens lens, IntPredicate eligible) {
        if (product < 0) {
            return List.of();
        }
        Query polled = idle.poll();
        Query query = polled == null ? new Query(size()) : polled;
        try {
            query.rank(product, lens, prices, eligible);
            var neighbours = new ArrayList<Neighbour>(count);
            for (int place = 0; neighbours.size() < count && (place = query.take(lens)) >= 0; ) {
                neighbours.add(neighbour(product, query.product(place), query.score(place), lens));
            }
            return neighbours;
        } finally {
            query.clear();
            idle.add(query);
        }
    }

    private Neighbour neighbour(int product, int other, float score, Lens lens) {
        double rounded = Math.round(Math.min(score, 1) * 10_000) / 10_000d;
        return new Neighbour(
                new ProductId(products.ids()[other]), rounded, lens.explanation(product, other, facts, prices));
    }

    private int position(ProductId product) {
        return Arrays.binarySearch(products.ids(), product.uuid());
    }
}
