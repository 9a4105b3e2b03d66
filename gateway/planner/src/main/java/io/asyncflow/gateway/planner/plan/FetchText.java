package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.operation.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a fetch: who is asked and when, for which objects, and what. */
final class FetchText {

    private FetchText() {}

    static List<String> lines(Fetch fetch) {
        List<String> lines = new ArrayList<>();
        lines.add(head(fetch));
        places(fetch).forEach(line -> lines.add("  " + line));
        RequestText.lines(fetch.request().operation()).forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static String head(Fetch fetch) {
        String parents = fetch.parents().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return fetch.id() + " " + fetch.graph().name()
                + (parents.isEmpty() ? "" : " after " + parents)
                + conditions(fetch.conditions())
                + (fetch.deferral() == 0 ? "" : " deferred " + fetch.deferral());
    }

    /** As in {@code if $a and not $b}. */
    private static String conditions(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : conditions.stream()
                        .map(condition -> (condition.expected() ? "$" : "not $") + condition.variable())
                        .collect(Collectors.joining(" and ", " if ", ""));
    }

    private static List<String> places(Fetch fetch) {
        return switch (fetch) {
            case Fetch.Root root -> root.path().segments().isEmpty() ? List.of() : List.of("at " + root.path());
            case Fetch.Subscription _ -> List.of();
            case Fetch.Entities entities -> {
                boolean batched = entities.lookups().size() > 1;
                yield entities.lookups().stream()
                        .flatMap(lookup -> LookupText.lines(lookup, batched).stream())
                        .toList();
            }
        };
    }
}
