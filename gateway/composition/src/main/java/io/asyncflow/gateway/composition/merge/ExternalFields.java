package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import java.util.List;

/** What {@code @external} fields must be like: resolved somewhere else, of the type they have there, without directives. */
final class ExternalFields {

    private final Scope scope;
    private final ExternalArguments arguments;

    ExternalFields(Scope scope) {
        this.scope = scope;
        arguments = new ExternalArguments(scope);
    }

    /** Whether some subgraph resolves the field; EXTERNAL_MISSING_ON_BASE where none does. */
    boolean isResolved(FieldSources field) {
        if (field.contributions().stream().anyMatch(each -> !Contributor.isExternal(each.element()))
                || field.abstractions().stream()
                        .anyMatch(each -> !Contributor.isExternal(each.field().element()))) {
            return true;
        }
        scope.findings()
                .problem(
                        ErrorCode.EXTERNAL_MISSING_ON_BASE,
                        "Field \"" + field.coordinate() + "\" is @external in every subgraph that has it ("
                                + Wording.subgraphs(field.contributions())
                                + "). Remove @external in the one that resolves it, or add it to the one that should.",
                        Contribution.places(field.contributions()));
        return false;
    }

    /** MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL: what would reach the supergraph belongs where the field is resolved. */
    void checkDirectives(FieldSources field) {
        for (Contribution<FieldDefinition> each : field.contributions()) {
            if (Contributor.isExternal(each.element())) {
                for (Directive directive : each.element().directives()) {
                    if (scope.directives().merges(each.by().schema(), directive)) {
                        directiveOnExternal(field, each.by(), directive);
                    }
                }
            }
        }
    }

    private void directiveOnExternal(FieldSources field, Contributor by, Directive directive) {
        String name = directive.name().substring(directive.name().indexOf(':') + 1);
        scope.findings()
                .problem(
                        ErrorCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL,
                        "Field \"" + field.coordinate() + "\" is @external in subgraph \"" + by.name()
                                + "\" and cannot have @" + name
                                + " there. Apply it in the subgraph that resolves the field.",
                        List.of(Place.of(by.name(), directive.position())));
    }

    /** EXTERNAL_TYPE_MISMATCH, and what {@link ExternalArguments} checks. */
    void check(FieldSources field, MergedField merged) {
        boolean mismatch = field.contributions().stream()
                .anyMatch(each -> Contributor.isExternal(each.element()) && !hasType(each.element(), merged));
        if (mismatch) {
            scope.findings()
                    .problem(
                            ErrorCode.EXTERNAL_TYPE_MISMATCH,
                            "Field \"" + field.coordinate() + "\" has another type where it is @external: "
                                    + Wording.distribution(field.contributions(), each -> "\"" + each.type() + "\"")
                                    + ". Give it the type \"" + merged.type().type() + "\" where it is @external.",
                            Contribution.places(field.contributions()));
        }
        arguments.check(field, merged.arguments());
    }

    private boolean hasType(FieldDefinition external, MergedField merged) {
        return external.type().equals(merged.type().type())
                || (!merged.type().allEqual()
                        && scope.subtyping().isStrictSubtype(merged.type().type(), external.type(), null));
    }
}
