package io.asyncflow.gateway.planner.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.execution.PlanRunner;
import io.asyncflow.gateway.planner.plan.PlanText;
import io.asyncflow.gateway.planner.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with an operation on the graph of the folder around it, and the plan that it must have. */
public record PlanCase(Path folder, ComposedGraph graph) {

    private static final String EXTENSION = ".graphql";

    void check(boolean update) throws IOException {
        Oracle oracle = new Oracle(graph, lines("labels.txt"));
        Document document = document();
        compare("plan.txt", PlanText.print(oracle.plan(document)), update);
        assertThat(fault(PlanExecution::run)).as("what is wrong with the plan").isNull();
        Set<String> missing = lines("missing.txt");
        if (!missing.isEmpty()) {
            compare("answer.txt", oracle.answerWithout(document, missing) + "\n", update);
        }
    }

    /** What is wrong with what comes of running the plan, or null. */
    public @Nullable String fault(PlanRunner runner) throws IOException {
        Oracle oracle = new Oracle(graph, lines("labels.txt"), runner);
        Map<String, Object> variables = variables();
        return variables == null ? oracle.fault(document()) : oracle.fault(document(), variables);
    }

    private Document document() throws IOException {
        return Parser.parse(Files.readString(folder.resolve("query.graphql")));
    }

    private void compare(String name, String actual, boolean update) throws IOException {
        Path file = folder.resolve(name);
        if (update) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    /** The graph of the folder. */
    public static ComposedGraph graph(Path folder) {
        try {
            return ComposedGraph.of(subgraphs(folder));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static List<Subgraph> subgraphs(Path folder) throws IOException {
        List<Subgraph> subgraphs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(EXTENSION)) {
                    String subgraph = name.substring(0, name.length() - EXTENSION.length());
                    subgraphs.add(new Subgraph(subgraph, "http://" + subgraph, Files.readString(file)));
                }
            }
        }
        return subgraphs;
    }

    private Set<String> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
    }

    /** What {@code variables.txt} has as a GraphQL literal, or null: then several values are tried. */
    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Object> variables() throws IOException {
        Path file = folder.resolve("variables.txt");
        return Files.exists(file)
                ? (Map<String, Object>) World.plain(Parser.value(Files.readString(file)), Map.of())
                : null;
    }
}
