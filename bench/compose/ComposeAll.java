import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.supergraph.ApiSchema;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Composes every graph of a folder in one JVM: each sub-folder is a graph, each *.graphql in it a subgraph. Writes one
 * line of JSON per graph: {@code {graph, millis, errors, hints, supergraph, api, crash}}.
 *
 * <p>Started from its source: {@code java -cp <the gateway's classes> ComposeAll.java GRAPHS RESULT}.
 */
public final class ComposeAll {

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> graphs = Files.list(Path.of(arguments[0]));
                BufferedWriter result = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (Path graph : graphs.filter(Files::isDirectory).sorted().toList()) {
                result.write(composed(graph));
                result.newLine();
            }
        }
    }

    private static String composed(Path graph) throws IOException {
        List<Subgraph> subgraphs = subgraphs(graph);
        long start = System.nanoTime();
        String outcome;
        try {
            outcome = json(Composer.compose(subgraphs));
        } catch (RuntimeException | StackOverflowError e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            String text = trace.toString();
            outcome = "\"errors\":[],\"hints\":[],\"crash\":" + text(text.substring(0, Math.min(2000, text.length())));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return "{\"graph\":" + text(graph.getFileName().toString()) + ",\"millis\":" + millis + "," + outcome + "}";
    }

    private static List<Subgraph> subgraphs(Path graph) throws IOException {
        try (Stream<Path> files = Files.list(graph)) {
            return files.filter(file -> file.toString().endsWith(".graphql"))
                    .sorted()
                    .map(ComposeAll::subgraph)
                    .toList();
        }
    }

    private static Subgraph subgraph(Path file) {
        String name = file.getFileName().toString().replaceFirst("^\\d+-", "").replaceFirst("\\.graphql$", "");
        try {
            return new Subgraph(name, "http://" + name, Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String json(Composition composition) {
        return switch (composition) {
            case Composition.Failed(var problems) ->
                "\"errors\":" + problems.stream()
                                .map(p -> entry(p.code().name(), p.message(), p.places()))
                                .collect(Collectors.joining(",", "[", "]"))
                        + ",\"hints\":[]";
            case Composition.Composed(var supergraph, var hints) ->
                "\"errors\":[],\"hints\":" + hints.stream()
                                .map(h -> entry(h.code().name(), h.message(), h.places()))
                                .collect(Collectors.joining(",", "[", "]"))
                        + ",\"supergraph\":" + text(SupergraphPrinter.print(supergraph))
                        + ",\"api\":" + text(Printer.print(ApiSchema.of(supergraph)));
        };
    }

    private static String entry(String code, String message, List<Place> places) {
        String located = places.stream()
                .map(p -> "{\"subgraph\":" + text(p.subgraph()) + ",\"line\":" + p.line() + ",\"column\":" + p.column() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"code\":" + text(code) + ",\"message\":" + text(message) + ",\"places\":" + located + "}";
    }

    private static String text(String value) {
        var quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
