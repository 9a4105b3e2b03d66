package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How messages speak of several subgraphs. */
final class Wording {

    private static final int SHOWN = 10;

    private Wording() {}

    /** {@code subgraph "a"}, or {@code subgraphs "a", "b" and "c"}. */
    static String named(List<String> subgraphs) {
        return (subgraphs.size() == 1 ? "subgraph " : "subgraphs ")
                + list(subgraphs.stream().map(name -> "\"" + name + "\"").toList());
    }

    static String subgraphs(List<? extends Contribution<?>> contributions) {
        return named(contributions.stream().map(each -> each.by().name()).toList());
    }

    static String contributors(List<Contributor> contributors) {
        return named(contributors.stream().map(Contributor::name).toList());
    }

    /** {@code a, b and c}; only the first ten of more. */
    static String list(List<String> items) {
        List<String> shown = items;
        if (items.size() > SHOWN) {
            shown = new ArrayList<>(items.subList(0, SHOWN));
            shown.add((items.size() - SHOWN) + " more");
        }
        return shown.size() == 1
                ? shown.getFirst()
                : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
    }

    /** Who says what: {@code "Int" in subgraph "a" but "String" in subgraphs "b" and "c"}. */
    static <T extends Node> String distribution(List<Contribution<T>> contributions, Function<T, String> value) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        for (Contribution<T> each : contributions) {
            byValue.computeIfAbsent(value.apply(each.element()), key -> new ArrayList<>())
                    .add(each.by().name());
        }
        List<String> parts = new ArrayList<>();
        byValue.forEach((said, subgraphs) -> parts.add(said + " in " + named(subgraphs)));
        return String.join(" but ", parts);
    }

    /** {@code defined in subgraph "a" but not in subgraph "b"}. */
    static String presence(List<? extends Contribution<?>> with, List<Contributor> without) {
        return "defined in " + subgraphs(with) + " but not in " + contributors(without);
    }
}
