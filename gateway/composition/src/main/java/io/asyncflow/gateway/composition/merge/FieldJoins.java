package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which subgraph resolves a field how. Left out where there is nothing to say: all subgraphs with the type have
 * the field, with the same type and without conditions.
 */
final class FieldJoins {

    private FieldJoins() {}

    static List<FieldJoin> of(FieldSources field, boolean allTypesEqual, Overrides overrides) {
        if (allTypesEqual && !overrides.changesJoins() && isUnconditional(field, overrides)) {
            return List.of();
        }
        List<FieldJoin> joins = new ArrayList<>(field.contributions().size());
        for (Contribution<FieldDefinition> each : field.contributions()) {
            if (!overrides.isUnused(each.by()) || overrides.label(each.by()) != null) {
                joins.add(join(each, allTypesEqual, overrides));
            }
        }
        return joins;
    }

    private static boolean isUnconditional(FieldSources field, Overrides overrides) {
        if (!field.lacking().isEmpty()) {
            return false;
        }
        for (Contribution<FieldDefinition> each : field.contributions()) {
            if (overrides.isUnused(each.by()) || isConditional(each.element())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConditional(FieldDefinition field) {
        for (Directive directive : field.directives()) {
            switch (directive.name()) {
                case Federation.EXTERNAL, Federation.PROVIDES, Federation.REQUIRES -> {
                    return true;
                }
                default -> {}
            }
        }
        return ContextualArguments.hasAny(field);
    }

    private static FieldJoin join(Contribution<FieldDefinition> field, boolean allTypesEqual, Overrides overrides) {
        List<Directive> directives = field.element().directives();
        Directive override = Applications.first(directives, Federation.OVERRIDE);
        return new FieldJoin(
                field.by().graph(),
                fieldSet(Applications.first(directives, Federation.REQUIRES)),
                fieldSet(Applications.first(directives, Federation.PROVIDES)),
                allTypesEqual ? null : field.element().type(),
                Contributor.isExternal(field.element()),
                override == null ? null : Applications.text(override, "from"),
                overrides.isUsed(field.by()),
                overrides.label(field.by()),
                ContextualArguments.of(field));
    }

    private static @Nullable FieldSet fieldSet(@Nullable Directive directive) {
        return directive == null ? null : new FieldSet(Applications.fields(directive));
    }

    /** The same for a field of an input type, which knows no conditions. */
    static List<FieldJoin> ofInput(
            List<Contribution<InputValueDefinition>> contributions, boolean everywhere, boolean allTypesEqual) {
        if (everywhere && allTypesEqual) {
            return List.of();
        }
        return contributions.stream()
                .map(each -> new FieldJoin(
                        each.by().graph(),
                        null,
                        null,
                        allTypesEqual ? null : each.element().type(),
                        false,
                        null,
                        false,
                        null,
                        List.of()))
                .toList();
    }
}
