package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.words.Counted;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code commerce compose}: subgraph schemas to a supergraph. */
final class Compose {

    private static final List<String> OPTIONS = List.of("--subgraph", "--config", "--output", "--format", "--hints");

    private final Surroundings surroundings;
    private final boolean json;
    private final HintCode.@Nullable Level hints;
    private final @Nullable Path output;
    private final Graph graph;

    private Compose(Options options, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.json = options.choice("--format", List.of("text", "json")).equals("json");
        this.hints = hintLevel(options);
        this.output = output(options, surroundings);
        this.graph = Graph.toCompose(options, surroundings);
    }

    static int run(List<String> arguments, Surroundings surroundings) {
        Options options = Options.parse(arguments, "compose", OPTIONS);
        if (options.has("--help")) {
            return Help.print(List.of("compose"), surroundings.out());
        }
        return new Compose(options, surroundings).run();
    }

    private int run() {
        var findings = new Findings(graph);
        return switch (graph.compose()) {
            case Failed failed -> {
                if (json) {
                    surroundings.out().println(Json.write(Map.of("errors", findings.problems(failed.problems()))));
                } else {
                    findings.print(failed.problems(), surroundings.err());
                    surroundings
                            .err()
                            .println(Counted.of(failed.problems().size(), "error") + "; there is no supergraph.");
                }
                yield GatewayCli.FAILED;
            }
            case Composed composed -> {
                write(composed, findings);
                yield GatewayCli.OK;
            }
        };
    }

    private void write(Composed composed, Findings findings) {
        String sdl = SupergraphPrinter.print(composed.supergraph());
        if (output != null) {
            save(sdl, output);
        }
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("supergraph", sdl);
            result.put("hints", findings.hints(composed.hints()));
            surroundings.out().println(Json.write(result));
            return;
        }
        if (hints != null) {
            findings.print(composed.hints(), hints, surroundings.err());
        }
        if (output == null) {
            surroundings.out().print(sdl);
        } else {
            surroundings
                    .err()
                    .println("Wrote " + output + ": "
                            + Counted.of(graph.subgraphs().size(), "subgraph") + ", "
                            + Counted.of(composed.supergraph().types().size(), "type") + ".");
        }
    }

    private static HintCode.@Nullable Level hintLevel(Options options) {
        String level = options.choice("--hints", List.of("info", "warn", "debug", "none"));
        return level.equals("none") ? null : HintCode.Level.valueOf(level.toUpperCase(Locale.ROOT));
    }

    /** Null where the SDL goes to the standard output. */
    private static @Nullable Path output(Options options, Surroundings surroundings) {
        String given = options.single("--output");
        if (given == null) {
            boolean own = !options.has("--subgraph") && !options.has("--config");
            return own && Files.exists(surroundings.defaultConfiguration()) ? surroundings.defaultSupergraph() : null;
        }
        if (given.equals("-")) {
            return null;
        }
        Path file = surroundings.resolve(given);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new WrongUsage(file + " is a folder; -o takes the file to write.");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new WrongUsage("Cannot write " + file + ": there is no folder " + folder + ".");
        }
        return file;
    }

    private static void save(String sdl, Path file) {
        try {
            Files.writeString(file, sdl);
        } catch (IOException e) {
            throw new WrongUsage("Cannot write " + file + SdlFile.reason(e));
        }
    }
}
