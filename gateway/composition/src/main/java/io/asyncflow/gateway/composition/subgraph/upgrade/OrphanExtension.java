package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.TypeDefinition;

/** EXTENSION_WITH_NO_BASE: what one subgraph extends, another defines. */
final class OrphanExtension {

    private OrphanExtension() {}

    static void check(Draft draft, Neighbours neighbours, Reporter reporter) {
        for (TypeDefinition type : draft.types().values()) {
            boolean extension = !draft.isRoot(type.name()) && Extensions.isExtension(draft, type.name());
            if (extension
                    && neighbours.of(draft, type.name()).stream()
                            .allMatch(other -> Extensions.hasOnlyExtensions(other.draft(), type.name()))) {
                reporter.report(
                        ErrorCode.EXTENSION_WITH_NO_BASE,
                        "\"%s\" is extended here, but no subgraph defines it; define it, or remove \"extend\"."
                                .formatted(type.name()),
                        type);
            }
        }
    }
}
