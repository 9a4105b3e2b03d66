package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Composes subgraphs, and does not compose the same ones twice. */
final class Composing {

    private final String origin;
    private List<Subgraph> composed = List.of();
    private @Nullable Loaded result;

    Composing(String origin) {
        this.origin = origin;
    }

    String origin() {
        return origin;
    }

    boolean isNew(List<Subgraph> subgraphs) {
        return result == null || !subgraphs.equals(composed);
    }

    Loaded compose(List<Subgraph> subgraphs) {
        Loaded before = result;
        if (before != null && !isNew(subgraphs)) {
            return before;
        }
        Loaded now = of(Composer.compose(subgraphs));
        composed = List.copyOf(subgraphs);
        result = now;
        return now;
    }

    private Loaded of(Composition composition) {
        return switch (composition) {
            case Composition.Composed good -> new Found(SupergraphPrinter.print(good.supergraph()), origin);
            case Composition.Failed bad -> new Failed(message(bad.problems()), origin);
        };
    }

    private static String message(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + ": " + problem.message() + places(problem.places()))
                .collect(Collectors.joining("\n", "the subgraphs do not compose:\n", ""));
    }

    private static String places(List<Place> places) {
        return places.isEmpty()
                ? ""
                : places.stream()
                        .map(place -> place.subgraph() + ":" + place.line() + ":" + place.column())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
