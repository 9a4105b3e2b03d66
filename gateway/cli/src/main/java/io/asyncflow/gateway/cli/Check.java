package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.changes.Change;
import io.asyncflow.gateway.cli.changes.Changes;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.supergraph.ApiSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code commerce check}: what a change to a subgraph would do to those who use the graph. */
final class Check {

    private static final List<String> OPTIONS =
            List.of("--subgraph", "--config", "--supergraph", "--operations", "--format");

    private final Options options;
    private final Surroundings surroundings;

    private Check(Options options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    static int run(List<String> arguments, Surroundings surroundings) {
        Options options = Options.parse(arguments, "check", OPTIONS);
        if (options.has("--help")) {
            return Help.print(List.of("check"), surroundings.out());
        }
        return new Check(options, surroundings).run();
    }

    private int run() {
        boolean json = options.choice("--format", List.of("text", "json")).equals("json");
        Api before = current();
        Graph graph = Graph.proposed(options, surroundings);
        List<OperationFile> operations = operations();
        Verdict verdict = verdict(graph.compose(), before, operations);
        var report = new CheckReport(graph, verdict);
        if (json) {
            surroundings.out().println(Json.write(report.json()));
        } else {
            report.print(surroundings.out(), surroundings.err());
        }
        return verdict.passes() ? GatewayCli.OK : GatewayCli.FAILED;
    }

    private static Verdict verdict(Composition composition, Api before, List<OperationFile> operations) {
        return switch (composition) {
            case Failed failed -> new Verdict(composition, List.of(), List.of());
            case Composed composed -> {
                Api after = Api.of(ApiSchema.of(composed.supergraph()));
                List<Change> changes = Changes.between(before, after);
                yield new Verdict(
                        composition,
                        changes,
                        operations.stream()
                                .map(operation -> operation.judge(before, after))
                                .toList());
            }
        };
    }

    private Api current() {
        var current = SupergraphFile.read(options, surroundings, "There is nothing to compare with");
        return Api.of(ApiSchema.of(current.supergraph()));
    }

    private List<OperationFile> operations() {
        @Nullable String given = options.single("--operations");
        Path folder = given == null ? surroundings.defaultOperations() : surroundings.resolve(given);
        if (Files.isDirectory(folder)) {
            return SdlFile.inside(folder).stream().map(OperationFile::read).toList();
        }
        if (given == null) {
            return List.of();
        }
        return List.of(OperationFile.read(folder));
    }
}
