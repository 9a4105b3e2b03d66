package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Phrases that several messages share. */
final class Wording {

    private Wording() {}

    /** {@code subgraph "a"}, {@code subgraphs "a" and "b"}, {@code subgraphs "a", "b" and "c"}. */
    static String subgraphs(Collection<String> names) {
        return (names.size() == 1 ? "subgraph " : "subgraphs ") + quoted(names);
    }

    static String quoted(Collection<String> names) {
        List<String> quoted = names.stream().map(name -> "\"" + name + "\"").toList();
        return quoted.size() < 2
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
    }

    /** Who says what: {@code FIELD in subgraph "a"; FIELD, QUERY in subgraph "b"}. */
    static <T> String whoSaysWhat(List<T> sayings, Function<T, String> saying, Function<T, String> subgraph) {
        Map<String, List<String>> subgraphs = new LinkedHashMap<>();
        for (T each : sayings) {
            subgraphs
                    .computeIfAbsent(saying.apply(each), key -> new java.util.ArrayList<>())
                    .add(subgraph.apply(each));
        }
        return subgraphs.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + subgraphs(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** A directive's arguments as they are written. */
    static String arguments(Directive directive) {
        return directive.arguments().isEmpty()
                ? "no arguments"
                : Printer.print(new Directive("", directive.arguments(), Position.NONE))
                        .substring(1);
    }
}
