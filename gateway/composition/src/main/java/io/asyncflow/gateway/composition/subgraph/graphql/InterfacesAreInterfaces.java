package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a type implements are interfaces that are defined, each named once. */
final class InterfacesAreInterfaces implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        for (TypeDefinition type : draft.types().values()) {
            if (type instanceof FieldsDefinition fields) {
                Set<String> seen = new HashSet<>();
                fields.interfaces().forEach(name -> {
                    String problem = problem(draft, name, seen.add(name));
                    if (problem != null) {
                        reporter.report(
                                ErrorCode.INVALID_GRAPHQL,
                                "\"%s\" cannot implement \"%s\": %s.".formatted(type.name(), name, problem),
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
        if (!(type instanceof InterfaceDefinition)) {
            return "that is no interface; implement interfaces only";
        }
        return first ? null : "it says so already; name each interface once";
    }
}
