package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.report.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subgraphs that a command is about, by name. */
record Graph(Map<String, SubgraphFiles> subgraphs) {

    /** The subgraphs of {@code --config} and {@code --subgraph}; without either, those of the repository. */
    static Graph toCompose(Options options, Surroundings surroundings) {
        var graph = new LinkedHashMap<String, SubgraphFiles>();
        String configuration = options.single("--config");
        if (configuration != null) {
            graph.putAll(configured(surroundings.resolve(configuration)));
        } else if (!options.has("--subgraph")) {
            graph.putAll(configured(repository(surroundings)));
        }
        Map<String, SubgraphFiles> added = SubgraphArguments.read(options.all("--subgraph"), surroundings);
        for (var subgraph : added.entrySet()) {
            if (graph.putIfAbsent(subgraph.getKey(), subgraph.getValue()) != null) {
                throw new WrongUsage("Two subgraphs are called '" + subgraph.getKey() + "': one in " + configuration
                        + ", one in --subgraph. Each needs a name of its own.");
            }
        }
        return new Graph(graph);
    }

    /** The current graph with the subgraphs of {@code --subgraph} in place of theirs. */
    static Graph proposed(Options options, Surroundings surroundings) {
        String configuration = options.single("--config");
        Map<String, SubgraphFiles> current =
                configured(configuration == null ? repository(surroundings) : surroundings.resolve(configuration));
        return new Graph(SubgraphArguments.replace(current, options.all("--subgraph"), surroundings));
    }

    private static Path repository(Surroundings surroundings) {
        Path file = surroundings.defaultConfiguration();
        if (!Files.exists(file)) {
            throw new WrongUsage(
                    "No subgraphs are given. Name each with --subgraph NAME=URL=FILE, or a list of them with"
                            + " --config supergraph.yaml.");
        }
        return file;
    }

    private static Map<String, SubgraphFiles> configured(Path file) {
        var named = new LinkedHashMap<String, SubgraphFiles>();
        SupergraphConfiguration.read(file).forEach(subgraph -> named.put(subgraph.name(), subgraph));
        return named;
    }

    Composition compose() {
        return Composer.compose(
                subgraphs.values().stream().map(SubgraphFiles::subgraph).toList());
    }

    /** The file and line that a place in a subgraph's schema is at; null where no line of it is meant. */
    SubgraphFiles.@Nullable Line locate(Place place) {
        SubgraphFiles files = subgraphs.get(place.subgraph());
        return files == null || place.line() < 1 ? null : files.locate(place.line());
    }

    List<String> names() {
        return List.copyOf(subgraphs.keySet());
    }
}
