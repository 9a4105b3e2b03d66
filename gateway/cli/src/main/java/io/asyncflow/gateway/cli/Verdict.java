package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.changes.Change;
import io.asyncflow.gateway.cli.changes.Change.Severity;
import io.asyncflow.gateway.composition.Composition;
import java.util.List;

/** What {@code check} found; without a composition there are no changes and no operations to judge. */
record Verdict(Composition composition, List<Change> changes, List<OperationFile.Judgement> operations) {

    Verdict {
        changes = List.copyOf(changes);
        operations = List.copyOf(operations);
    }

    boolean composes() {
        return composition instanceof Composition.Composed;
    }

    List<Change> changes(Severity severity) {
        return changes.stream().filter(change -> change.severity() == severity).toList();
    }

    List<OperationFile.Judgement> invalidOperations() {
        return operations.stream().filter(judged -> !judged.errors().isEmpty()).toList();
    }

    boolean passes() {
        return composes()
                && changes(Severity.BREAKING).isEmpty()
                && invalidOperations().isEmpty();
    }
}
