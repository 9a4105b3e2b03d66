package io.asyncflow.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of subgraphs, with what composing them must come to. */
record Case(Path folder, List<Subgraph> subgraphs) {

    private static final String EXTENSION = ".graphql";

    private static final String SUPERGRAPH = "supergraph.graphql";

    static Case read(Path folder) throws IOException {
        List<Subgraph> subgraphs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (name.endsWith(EXTENSION) && !name.equals(SUPERGRAPH)) {
                    String subgraph = name.substring(0, name.length() - EXTENSION.length());
                    subgraphs.add(new Subgraph(subgraph, "http://" + subgraph, Files.readString(file)));
                }
            }
        }
        return new Case(folder, subgraphs);
    }

    void check(boolean update) throws IOException {
        Composition result = Composer.compose(subgraphs);
        check("expected.txt", reported(result), update);
        if (result instanceof Composed composed
                && folder.resolve("..").normalize().endsWith("composes")) {
            check(SUPERGRAPH, SupergraphPrinter.print(composed.supergraph()), update);
        }
    }

    Set<String> codes() {
        Stream<String> codes = switch (Composer.compose(subgraphs)) {
            case Failed failed ->
                failed.problems().stream().map(problem -> problem.code().name());
            case Composed composed ->
                composed.hints().stream().map(hint -> hint.code().name());
        };
        return codes.collect(Collectors.toSet());
    }

    private void check(String name, String actual, boolean update) throws IOException {
        Path file = folder.resolve(name);
        if (update) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    private static String reported(Composition result) {
        Stream<String> lines = switch (result) {
            case Failed failed -> failed.problems().stream().map(Case::line);
            case Composed composed -> composed.hints().stream().map(Case::line);
        };
        return lines.collect(Collectors.joining());
    }

    private static String line(Problem problem) {
        return "ERROR " + problem.code() + places(problem.places()) + " | " + problem.message() + "\n";
    }

    private static String line(Hint hint) {
        return "HINT " + hint.code() + places(hint.places()) + " | " + hint.message() + "\n";
    }

    private static String places(List<Place> places) {
        return places.stream()
                .map(place -> " %s:%d:%d".formatted(place.subgraph(), place.line(), place.column()))
                .collect(Collectors.joining());
    }
}
