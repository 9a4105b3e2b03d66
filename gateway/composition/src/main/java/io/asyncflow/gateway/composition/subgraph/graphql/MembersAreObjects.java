package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a union are object types that are defined, each named once. */
final class MembersAreObjects implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        for (TypeDefinition type : draft.types().values()) {
            if (type instanceof UnionDefinition union) {
                Set<String> seen = new HashSet<>();
                union.members().forEach(name -> {
                    String problem = problem(draft, name, seen.add(name));
                    if (problem != null) {
                        reporter.report(
                                ErrorCode.INVALID_GRAPHQL,
                                "Union \"%s\" cannot have the member \"%s\": %s.".formatted(type.name(), name, problem),
                                type);
                    }
                });
            }
        }
    }

    private static @Nullable String problem(Draft draft, String name, boolean first) {
        TypeDefinition type = draft.type(name);
        if (type == null) {
            return "the subgraph defines no type of that name; define it or correct the name";
        }
        if (!(type instanceof ObjectDefinition)) {
            return "that is no object type; unions are of object types only";
        }
        return first ? null : "it has it already; name each member once";
    }
}
