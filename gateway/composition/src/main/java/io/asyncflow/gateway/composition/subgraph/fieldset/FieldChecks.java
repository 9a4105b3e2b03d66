package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Values;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSetProblem.Kind;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.List;

/** What must hold for each selection of a field set, whatever the field set is for. */
final class FieldChecks {

    private final Draft draft;
    private final Values values;

    FieldChecks(Draft draft) {
        this.draft = draft;
        this.values = new Values(draft);
    }

    void directives(Selection selection) throws FieldSetProblem {
        for (Directive directive : selection.directives()) {
            String name = draft.header().vocabulary().canonical(directive.name());
            if (draft.directive(name) == null) {
                throw new FieldSetProblem(
                        Kind.INVALID, "it applies @%s, which is not defined".formatted(directive.name()));
            }
        }
    }

    void arguments(TypeDefinition parent, FieldDefinition definition, Selection.Field field) throws FieldSetProblem {
        for (Argument argument : field.arguments()) {
            InputValueDefinition known = null;
            for (InputValueDefinition one : definition.arguments()) {
                known = one.name().equals(argument.name()) ? one : known;
            }
            if (known == null || !values.fits(argument.value(), known.type())) {
                throw new FieldSetProblem(
                        Kind.INVALID,
                        "\"%s.%s\" cannot take \"%s: %s\""
                                .formatted(
                                        parent.name(), field.name(), argument.name(), Printer.print(argument.value())),
                        definition);
            }
        }
    }

    void check(List<Selected> selections, boolean rejectAliases) throws FieldSetProblem {
        for (Selected selected : selections) {
            FieldDefinition definition = selected.field();
            if (definition != null && selected.selection() instanceof Selection.Field field) {
                check(selected, definition, field, rejectAliases);
            }
            check(selected.selections(), rejectAliases);
        }
    }

    private void check(Selected selected, FieldDefinition definition, Selection.Field field, boolean rejectAliases)
            throws FieldSetProblem {
        String coordinate = selected.parent().name() + "." + field.name();
        if (rejectAliases && field.alias() != null) {
            throw new FieldSetProblem(
                    Kind.INVALID,
                    "it gives \"%s\" the alias \"%s\"; remove the alias".formatted(coordinate, field.alias()));
        }
        if (selected.selections().isEmpty() && Draft.isComposite(draft.type(definition.type()))) {
            throw new FieldSetProblem(
                    Kind.INVALID,
                    "it must say which fields of \"%s\" it means: \"%s { ... }\"".formatted(coordinate, field.name()),
                    definition);
        }
        for (InputValueDefinition argument : definition.arguments()) {
            boolean given =
                    field.arguments().stream().anyMatch(one -> one.name().equals(argument.name()));
            boolean contextual = Draft.has(argument.directives(), Federation.FROM_CONTEXT);
            if (!given && !contextual && argument.type().isNonNull() && argument.defaultValue() == null) {
                throw new FieldSetProblem(
                        Kind.INVALID,
                        "\"%s\" requires its argument \"%s\"".formatted(coordinate, argument.name()),
                        definition);
            }
        }
    }
}
