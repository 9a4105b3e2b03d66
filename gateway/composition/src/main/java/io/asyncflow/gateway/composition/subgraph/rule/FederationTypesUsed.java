package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.Set;

/** A subgraph's own fields do not use the types that Federation brings: those do not reach the supergraph. */
public final class FederationTypesUsed implements Rule {

    private static final Set<String> JOIN = Set.of(
            "join__Graph", "join__FieldSet", "join__DirectiveArguments", "join__FieldValue", "join__ContextArgument");

    @Override
    public void check(Draft draft, Reporter reporter) {
        for (TypeDefinition type : draft.types().values()) {
            if (FederationTypes.isOwn(draft, type.name())) {
                check(draft, type, reporter);
            }
        }
    }

    private static void check(Draft draft, TypeDefinition type, Reporter reporter) {
        switch (type) {
            case FieldsDefinition fields -> {
                fields.interfaces().forEach(name -> check(draft, name, type, reporter));
                fields.fields().forEach(field -> {
                    if (!FederationTypes.isEntryPoint(field)) {
                        check(draft, field.type().name(), field, reporter);
                        field.arguments()
                                .forEach(
                                        argument -> check(draft, argument.type().name(), argument, reporter));
                    }
                });
            }
            case InputDefinition input ->
                input.fields().forEach(field -> check(draft, field.type().name(), field, reporter));
            case UnionDefinition union -> union.members().forEach(name -> check(draft, name, type, reporter));
            case ScalarDefinition _, EnumDefinition _ -> {}
        }
    }

    private static void check(Draft draft, String name, Node node, Reporter reporter) {
        if (!FederationTypes.isOwn(draft, name)) {
            boolean known = JOIN.contains(name) || name.startsWith("link__");
            reporter.report(
                    known ? ErrorCode.REFERENCED_INACCESSIBLE : ErrorCode.INVALID_GRAPHQL,
                    "Type \"%s\" is used here, but that name belongs to Federation and is not part of the API; choose another type."
                            .formatted(name),
                    node);
        }
    }
}
