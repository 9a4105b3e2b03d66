package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSetProblem;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets.FieldVisitor;
import io.asyncflow.gateway.composition.subgraph.fieldset.Selected;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.ArrayList;
import java.util.List;

/** Checks one field set: it can be read, and each field in it may be there. */
final class FieldSetCheck {

    private final FieldSetDirective kind;
    private final Facts facts;
    private final Applied applied;
    private final Reporter reporter;

    FieldSetCheck(FieldSetDirective kind, Facts facts, Applied applied, Reporter reporter) {
        this.kind = kind;
        this.facts = facts;
        this.applied = applied;
        this.reporter = reporter;
    }

    void check(TypeDefinition type, FieldVisitor visitor) {
        try {
            fields(facts.fieldSets().read(applied.directive(), type, visitor), false);
        } catch (FieldSetProblem problem) {
            wrong(code(problem), String.valueOf(problem.getMessage()), problem.nodes());
        }
    }

    /** Whether nobody can say which fields are meant, which is then told alone. */
    boolean isUnreadable(TypeDefinition type) {
        try {
            facts.fieldSets().understand(applied.directive(), type);
            return false;
        } catch (FieldSetProblem problem) {
            reporter.reportGrave(code(problem), sentence(String.valueOf(problem.getMessage())), nodes(problem.nodes()));
            return true;
        }
    }

    private ErrorCode code(FieldSetProblem problem) {
        return switch (problem.kind()) {
            case NOT_A_STRING -> kind.invalidFieldsType;
            case INVALID -> kind.invalidFields;
            case ABSTRACT_TYPE -> ErrorCode.KEY_FIELDS_SELECT_INVALID_TYPE;
        };
    }

    void unsupportedOnInterface(String advice) {
        wrong(kind.unsupportedOnInterface, advice, List.of());
    }

    private void fields(List<Selected> selections, boolean underExternal) {
        for (Selected selected : selections) {
            if (!selected.selection().directives().isEmpty()) {
                wrong(
                        kind.directiveInFields,
                        "its fields apply @%s; remove all directives from them"
                                .formatted(selected.selection()
                                        .directives()
                                        .getFirst()
                                        .name()),
                        List.of());
            }
            FieldDefinition field = selected.field();
            fields(selected.selections(), field == null ? underExternal : field(selected, field, underExternal));
        }
    }

    /** Whether what is selected below the field counts as external. */
    private boolean field(Selected selected, FieldDefinition field, boolean underExternal) {
        Coordinate coordinate = Coordinate.of(selected.parent(), field);
        boolean external = facts.externals().isExternal(coordinate);
        if (kind.fieldsHasArgs != null && !field.arguments().isEmpty()) {
            wrong(
                    kind.fieldsHasArgs,
                    "\"%s\" takes arguments, and such fields cannot be selected here".formatted(coordinate),
                    List.of(field));
        }
        if (kind.missingExternal != null && selected.selections().isEmpty() && !external && !underExternal) {
            wrong(kind.missingExternal, missingExternal(coordinate), List.of(field));
        }
        return underExternal || external || hasExternalImplementation(coordinate);
    }

    private String missingExternal(Coordinate field) {
        return facts.externals().isEffectivelyProvided(field)
                ? "\"%s\" is a key of a type extension, so this subgraph has it whatever @external says; leave it out"
                        .formatted(field)
                : "\"%s\" is not @external, so this subgraph has it anyway; leave it out, or mark the field @external"
                        .formatted(field);
    }

    private boolean hasExternalImplementation(Coordinate field) {
        return facts.fieldSets().implementations(field).stream().anyMatch(facts.externals()::isExternal);
    }

    private void wrong(ErrorCode code, String problem, List<Node> nodes) {
        reporter.report(code, sentence(problem), nodes(nodes));
    }

    private String sentence(String problem) {
        return "%s on %s: %s.".formatted(applied.shown(), applied.site().coordinate(), problem);
    }

    private Node[] nodes(List<Node> others) {
        List<Node> nodes = new ArrayList<>(List.of(applied.directive()));
        nodes.addAll(others);
        return nodes.toArray(Node[]::new);
    }
}
