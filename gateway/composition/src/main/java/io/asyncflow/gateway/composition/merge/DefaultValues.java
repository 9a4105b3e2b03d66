package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.FloatValue;
import io.asyncflow.gateway.language.Value.IntValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.ObjectValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares values by what they mean: {@code 1} is {@code 1.0}. */
final class DefaultValues {

    private DefaultValues() {}

    static boolean same(@Nullable Value one, @Nullable Value other) {
        if (one == null || other == null) {
            return one == other;
        }
        if (one instanceof ListValue(List<Value> mine) && other instanceof ListValue(List<Value> theirs)) {
            return sameItems(mine, theirs);
        }
        if (one instanceof ObjectValue mine && other instanceof ObjectValue theirs) {
            return mine.fields().keySet().equals(theirs.fields().keySet())
                    && mine.fields().entrySet().stream()
                            .allMatch(entry ->
                                    same(entry.getValue(), theirs.fields().get(entry.getKey())));
        }
        return scalar(one).equals(scalar(other));
    }

    private static boolean sameItems(List<Value> mine, List<Value> theirs) {
        if (mine.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!same(mine.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Object scalar(Value value) {
        return switch (value) {
            case IntValue(String text) -> Double.valueOf(text);
            case FloatValue(String text) -> Double.valueOf(text);
            case EnumValue(String name) -> name;
            case StringValue(String text) -> text;
            default -> value;
        };
    }
}
