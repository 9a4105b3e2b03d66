package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scopes or policies as {@code @requiresScopes} and {@code @policy} write them: any one of several sets, all of whose
 * members a client must have. {@code [["a", "b"], ["c"]]} is met by who has a and b, or c.
 */
public record Requirements(List<Set<String>> alternatives) {

    /** Met by everyone. */
    public static final Requirements NONE = new Requirements(List.of(Set.of()));

    private static final int MOST_ALTERNATIVES = 10_000;

    private static final Comparator<Set<String>> SMALLEST_FIRST =
            Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Set::toString);

    public Requirements {
        alternatives = alternatives.isEmpty() ? List.of(Set.of()) : List.copyOf(alternatives);
    }

    /** What the argument's value asks for; an empty list asks for nothing. */
    public static Requirements of(Value value) {
        return new Requirements(ArgumentStrategy.items(value).stream()
                .map(alternative -> sorted(ArgumentStrategy.items(alternative).stream()
                        .map(Requirements::text)
                        .toList()))
                .toList());
    }

    /** What asks for all that each of them asks for. */
    public static Requirements all(List<Requirements> requirements) {
        return requirements.stream().distinct().reduce(NONE, Requirements::and);
    }

    /** Every alternative of the one with every alternative of the other, without those that ask for more than another. */
    public Requirements and(Requirements other) {
        if (equals(NONE) || equals(other)) {
            return other;
        }
        long count = (long) alternatives.size() * other.alternatives.size();
        if (count > MOST_ALTERNATIVES) {
            throw new TooManyAlternativesException(count);
        }
        Set<Set<String>> combined = new LinkedHashSet<>();
        for (Set<String> mine : alternatives) {
            for (Set<String> theirs : other.alternatives) {
                Set<String> both = new TreeSet<>(mine);
                both.addAll(theirs);
                combined.add(both);
            }
        }
        return new Requirements(weakest(combined));
    }

    /** Whether who meets these meets the other too. */
    public boolean imply(Requirements other) {
        return equals(other)
                || alternatives.stream()
                        .allMatch(mine -> other.alternatives.stream().anyMatch(mine::containsAll));
    }

    private static List<Set<String>> weakest(Collection<Set<String>> alternatives) {
        List<Set<String>> kept = new ArrayList<>();
        alternatives.stream().sorted(SMALLEST_FIRST).forEach(candidate -> {
            if (kept.stream().noneMatch(candidate::containsAll)) {
                kept.add(candidate);
            }
        });
        return kept;
    }

    Value toValue() {
        return new ListValue(alternatives.stream()
                .<Value>map(alternative -> new ListValue(
                        alternative.stream().<Value>map(StringValue::new).toList()))
                .toList());
    }

    private static Set<String> sorted(Collection<String> members) {
        return new TreeSet<>(members);
    }

    private static String text(Value value) {
        return value instanceof StringValue(String text) ? text : value.toString();
    }
}
