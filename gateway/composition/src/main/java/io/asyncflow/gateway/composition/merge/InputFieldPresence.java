package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import java.util.List;

/** REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH, or a hint where the field is optional and so can be left out. */
final class InputFieldPresence {

    private final Findings findings;

    InputFieldPresence(Findings findings) {
        this.findings = findings;
    }

    /** Whether all subgraphs with the type have the field; says so where not. */
    boolean everywhere(
            String coordinate,
            List<Contribution<InputValueDefinition>> with,
            List<Contribution<InputDefinition>> types) {
        if (with.size() == types.size()) {
            return true;
        }
        List<Contribution<InputValueDefinition>> required = with.stream()
                .filter(each -> ArgumentPresence.isRequired(each.element()))
                .toList();
        if (required.isEmpty()) {
            findings.hint(
                    HintCode.INCONSISTENT_INPUT_OBJECT_FIELD,
                    "Input field \"" + coordinate + "\" is left out of the supergraph: it is "
                            + Wording.presence(with, Contribution.without(with, types))
                            + ". Add it everywhere, so that clients can use it.",
                    Contribution.places(with));
        } else {
            findings.problem(
                    ErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH,
                    "Input field \"" + coordinate + "\" is required in " + Wording.subgraphs(required)
                            + " but missing in " + Wording.contributors(Contribution.without(with, types))
                            + ". Add it there, or make it optional.",
                    Contribution.places(with));
        }
        return false;
    }
}
