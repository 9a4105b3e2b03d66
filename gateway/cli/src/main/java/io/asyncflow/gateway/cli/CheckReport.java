package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.OperationFile.Judgement;
import io.asyncflow.gateway.cli.changes.Change;
import io.asyncflow.gateway.cli.changes.Change.Severity;
import io.asyncflow.gateway.cli.words.Counted;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.planner.validation.Problem;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verdict, for people and for programs. */
record CheckReport(Graph graph, Verdict verdict) {

    void print(PrintStream out, PrintStream err) {
        switch (verdict.composition()) {
            case Failed failed -> {
                new Findings(graph).print(failed.problems(), err);
                out.println("Does not compose: " + Counted.of(failed.problems().size(), "error") + ".");
            }
            case Composed composed -> {
                out.println("Composes: " + Counted.of(graph.subgraphs().size(), "subgraph") + ", "
                        + Counted.of(composed.supergraph().types().size(), "type") + ".");
                printChanges(out);
                printOperations(out);
            }
        }
    }

    private void printChanges(PrintStream out) {
        if (verdict.changes().isEmpty()) {
            out.println("Nothing changes for clients.");
        }
        for (Severity severity : Severity.values()) {
            List<Change> changes = verdict.changes(severity);
            if (!changes.isEmpty()) {
                out.println();
                out.println(Counted.of(changes.size(), severity.name().toLowerCase(Locale.ROOT) + " change") + ":");
                changes.forEach(change ->
                        out.println("  " + change.path() + ": " + change.message() + " [" + change.code() + "]"));
            }
        }
    }

    private void printOperations(PrintStream out) {
        if (verdict.operations().isEmpty()) {
            return;
        }
        out.println();
        List<Judgement> invalid = verdict.invalidOperations();
        out.println(
                invalid.isEmpty()
                        ? "All operations stay valid (" + verdict.operations().size() + ")."
                        : invalid.size() + " of "
                                + Counted.of(verdict.operations().size(), "operation file") + " not valid:");
        for (Judgement judgement : invalid) {
            for (Problem error : judgement.errors()) {
                out.println(judgement.path() + ":" + error.position() + ": " + error.message()
                        + (judgement.wasValid() ? "" : " (was not valid before either)"));
            }
        }
    }

    Map<String, Object> json() {
        var findings = new Findings(graph);
        var result = new LinkedHashMap<String, Object>();
        result.put("passes", verdict.passes());
        result.put("composes", verdict.composes());
        switch (verdict.composition()) {
            case Failed failed -> {
                result.put("errors", findings.problems(failed.problems()));
                result.put("hints", List.of());
            }
            case Composed composed -> {
                result.put("errors", List.of());
                result.put("hints", findings.hints(composed.hints()));
            }
        }
        result.put("changes", verdict.changes().stream().map(CheckReport::json).toList());
        result.put(
                "operations",
                verdict.operations().stream().map(CheckReport::json).toList());
        return result;
    }

    private static Map<String, Object> json(Change change) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("severity", change.severity().name());
        entry.put("code", change.code());
        entry.put("path", change.path());
        entry.put("message", change.message());
        return entry;
    }

    private static Map<String, Object> json(Judgement judgement) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("file", judgement.path().toString());
        entry.put("valid", judgement.errors().isEmpty());
        entry.put("wasValid", judgement.wasValid());
        entry.put("errors", judgement.errors().stream().map(CheckReport::json).toList());
        return entry;
    }

    private static Map<String, Object> json(Problem error) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("message", error.message());
        entry.put("line", error.position().line());
        entry.put("column", error.position().column());
        return entry;
    }
}
