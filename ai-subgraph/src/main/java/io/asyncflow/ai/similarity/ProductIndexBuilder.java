package io.asyncflow.ai.similarity;

import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.support.money.Money;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes profiles, one by one and in any order, and makes the index of them. */
public final class ProductIndexBuilder {

    private static final float ANOTHER_OF_THE_VENDOR = 0.9f;
    private static final float ANOTHER_OF_THE_TYPE = 0.8f;

    private record Row(
            UUID id, int type, int vendor, @Nullable Money price, boolean available) {}

    private final Traits traits;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final Map<String, Integer> vendors = new LinkedHashMap<>();
    private final Facts.Builder facts = new Facts.Builder();
    private final VectorSpaceBuilder content = new VectorSpaceBuilder();
    private final VectorSpaceBuilder use = new VectorSpaceBuilder();

    /** @param useNames the attributes that say where, when or what for a product is used */
    public ProductIndexBuilder(Set<String> useNames) {
        traits = new Traits(useNames);
    }

    public void add(ProductProfile profile) {
        rows.add(new Row(
                profile.id().uuid(),
                number(types, profile.productType()),
                number(vendors, profile.vendor()),
                profile.price(),
                profile.available()));
        traits.addContent(profile, content);
        traits.addUse(profile, use);
        facts.add(traits.facts(profile));
    }

    public ProductIndex build() {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(i -> rows.get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        var ordered = IntStream.of(order).mapToObj(rows::get).toList();
        var products = products(ordered);
        var similar = new Lens(
                content.build(order),
                Traits.PRICE,
                EnumSet.complementOf(EnumSet.of(Fact.Kind.COLLECTION)),
                ordered.stream().mapToInt(Row::vendor).toArray(),
                ANOTHER_OF_THE_VENDOR);
        var complementary = new Lens(
                use.build(order),
                Traits.PRICE_OF_USED,
                EnumSet.of(Fact.Kind.USE, Fact.Kind.COLLECTION),
                products.types(),
                ANOTHER_OF_THE_TYPE);
        return new ProductIndex(products, prices(ordered), facts.build(order), similar, complementary);
    }

    private ProductIndex.Products products(List<Row> ordered) {
        var available = new BitSet(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            available.set(i, ordered.get(i).available());
        }
        return new ProductIndex.Products(
                ordered.stream().map(Row::id).toArray(UUID[]::new),
                ordered.stream().mapToInt(Row::type).toArray(),
                List.copyOf(types.keySet()),
                available);
    }

    private static Prices prices(List<Row> ordered) {
        var logarithms = new float[ordered.size()];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Prices.logarithm(ordered.get(i).price());
        }
        return new Prices(logarithms);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return numbers.computeIfAbsent(name.strip(), _ -> numbers.size());
    }
}
