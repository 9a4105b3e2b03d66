package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.api.Api;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What projections need to know of the types that clients see. */
public final class Schema {

    private final Api api;
    private final TypeNames names;
    private final Map<String, BitSet> possible = new ConcurrentHashMap<>();
    private final Map<String, Leaf> leaves = new ConcurrentHashMap<>();

    /**
     * @param names of all composite types of the supergraph, what clients do not see included
     */
    public Schema(Api api, TypeNames names) {
        this.api = api;
        this.names = names;
    }

    TypeNames names() {
        return names;
    }

    Leaf leaf(String type) {
        return leaves.computeIfAbsent(type, name -> Leaf.of(name, api.types().get(name)));
    }

    /** The types that objects of the type can have; null where clients do not know it. */
    @Nullable
    BitSet possible(String type) {
        if (!api.isComposite(type)) {
            return null;
        }
        return possible.computeIfAbsent(type, name -> {
            BitSet numbers = new BitSet();
            api.possibleTypes(name).forEach(each -> numbers.set(names.number(each)));
            return numbers;
        });
    }

    /** Whether all that are of the first type are of the other. */
    boolean isA(int type, String other) {
        BitSet possible = possible(names.name(type));
        BitSet others = possible(other);
        if (possible == null || others == null) {
            return false;
        }
        BitSet outside = (BitSet) possible.clone();
        outside.andNot(others);
        return outside.isEmpty();
    }

    /** Whether objects can be of the type: others stand for those whose type a subgraph does not know. */
    boolean isObject(int number) {
        return !api.isAbstract(names.name(number));
    }
}
