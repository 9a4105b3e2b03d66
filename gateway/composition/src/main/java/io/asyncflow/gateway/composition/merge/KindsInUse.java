package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * INVALID_GRAPHQL: what a subgraph implements is an interface in the supergraph too, and what its unions hold are objects
 * there. Where that fails, nothing that refers to these types can be merged.
 */
final class KindsInUse {

    private final TypeIndex types;

    KindsInUse(TypeIndex types) {
        this.types = types;
    }

    /** The first use that does not fit, or null. */
    @Nullable
    Problem misfit() {
        for (String name : types.names()) {
            for (Contribution<TypeDefinition> contribution : types.of(name)) {
                Problem misfit = misfit(contribution);
                if (misfit != null) {
                    return misfit;
                }
            }
        }
        return null;
    }

    private @Nullable Problem misfit(Contribution<TypeDefinition> contribution) {
        return switch (contribution.element()) {
            case UnionDefinition union -> misfit(contribution, union.members(), Kind.OBJECT, "has the member");
            case FieldsDefinition fields -> misfit(contribution, fields.interfaces(), Kind.INTERFACE, "implements");
            default -> null;
        };
    }

    private @Nullable Problem misfit(
            Contribution<TypeDefinition> contribution, List<String> used, Kind needed, String uses) {
        for (String name : used) {
            Kind kind = types.kind(name);
            if (kind != null && kind != needed) {
                String subgraph = contribution.by().name();
                return new Problem(
                        ErrorCode.INVALID_GRAPHQL,
                        "Type \"" + contribution.element().name() + "\" in subgraph \"" + subgraph + "\" " + uses
                                + " \"" + name + "\", which is another kind of type in the supergraph. Define \""
                                + name + "\" as the same kind everywhere, or rename one of the types.",
                        List.of(Place.of(subgraph, contribution.element().position())));
            }
        }
        return null;
    }
}
