package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.ArrayList;
import java.util.List;

/** Arguments with {@code @fromContext}: clients never see them, so no subgraph may need them from a client. */
final class ContextualArguments {

    private final Findings findings;

    ContextualArguments(Findings findings) {
        this.findings = findings;
    }

    /** Whether any subgraph takes the argument from a context; CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS. */
    boolean isContextual(String coordinate, List<Contribution<InputValueDefinition>> contributions) {
        if (contributions.stream().noneMatch(each -> isContextual(each.element()))) {
            return false;
        }
        contributions.stream().filter(each -> !isContextual(each.element())).forEach(each -> check(coordinate, each));
        return true;
    }

    private void check(String coordinate, Contribution<InputValueDefinition> other) {
        String where = "Argument \"" + coordinate + "\" comes from a context in another subgraph but not in subgraph \""
                + other.by().name() + "\"";
        if (ArgumentPresence.isRequired(other.element())) {
            findings.problem(
                    ErrorCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                    where
                            + ", where it is required. Add @fromContext to it there, make it nullable or give it a default.",
                    List.of(other.place()));
        } else {
            findings.hint(
                    HintCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                    where + "; the supergraph leaves it out, so no client can give it a value.",
                    List.of(other.place()));
        }
    }

    static boolean isContextual(InputValueDefinition argument) {
        return Applications.has(argument.directives(), Federation.FROM_CONTEXT);
    }

    static boolean hasAny(FieldDefinition field) {
        return field.arguments().stream().anyMatch(ContextualArguments::isContextual);
    }

    /** The arguments that the gateway fills in one subgraph. */
    static List<ContextArgument> of(Contribution<FieldDefinition> field) {
        List<ContextArgument> contextual = new ArrayList<>();
        for (InputValueDefinition argument : field.element().arguments()) {
            Directive directive = Applications.first(argument.directives(), Federation.FROM_CONTEXT);
            ContextSelection from = directive == null ? null : ContextSelection.of(directive);
            if (from != null) {
                contextual.add(new ContextArgument(
                        argument.name(), argument.type(), field.by().name() + "__" + from.context(), from.selection()));
            }
        }
        return contextual;
    }
}
