package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.BooleanValue;
import io.asyncflow.gateway.language.Value.IntValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.NullValue;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the values that different subgraphs give to one argument become one value. */
enum ArgumentStrategy {
    /** The largest. */
    MAX {
        @Override
        Value mergePresent(List<Value> values) {
            return values.stream()
                    .filter(IntValue.class::isInstance)
                    .max(Comparator.comparing(value -> new BigInteger(((IntValue) value).text())))
                    .orElse(values.getFirst());
        }
    },
    /** All items of all lists. */
    UNION {
        @Override
        Value mergePresent(List<Value> values) {
            Set<Value> items = new LinkedHashSet<>();
            values.forEach(value -> items.addAll(items(value)));
            return new ListValue(List.copyOf(items));
        }
    },
    /** True where every subgraph says so. */
    ALL_TRUE {
        @Override
        Value mergePresent(List<Value> values) {
            return new BooleanValue(values.stream().allMatch(new BooleanValue(true)::equals));
        }
    },
    /** What fulfils the requirements of every subgraph. */
    BOTH_REQUIREMENTS {
        @Override
        Value mergePresent(List<Value> values) {
            return Requirements.all(values.stream().map(Requirements::of).toList())
                    .toValue();
        }
    };

    /** The merged value, or null where no subgraph gives one. */
    @Nullable
    Value merge(List<@Nullable Value> values) {
        List<Value> present = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(value -> !(value instanceof NullValue))
                .toList();
        return present.isEmpty() ? null : mergePresent(present);
    }

    abstract Value mergePresent(List<Value> values);

    /** A list's items; GraphQL takes any other value for a list of one. */
    static List<Value> items(Value value) {
        return value instanceof ListValue(List<Value> items)
                ? items
                : Stream.of(value).toList();
    }
}
