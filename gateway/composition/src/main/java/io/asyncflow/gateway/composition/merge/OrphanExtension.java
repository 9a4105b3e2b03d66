package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.Arrays;
import java.util.List;

/** EXTENSION_WITH_NO_BASE: what is extended is defined somewhere; root types need not be. */
final class OrphanExtension {

    private final Findings findings;

    OrphanExtension(Findings findings) {
        this.findings = findings;
    }

    <T extends TypeDefinition> void check(String name, List<Contribution<T>> contributions) {
        if (isRoot(name)
                || contributions.stream().anyMatch(each -> !each.element().extension())) {
            return;
        }
        for (Contribution<T> each : contributions) {
            findings.problem(
                    ErrorCode.EXTENSION_WITH_NO_BASE,
                    "Subgraph \"" + each.by().name() + "\" extends type \"" + name
                            + "\", which no subgraph defines. Write it without \"extend\" in the subgraph that owns it.",
                    List.of(each.place()));
        }
    }

    static boolean isRoot(String type) {
        return Arrays.stream(OperationType.values())
                .anyMatch(operation -> operation.rootName().equals(type));
    }
}
