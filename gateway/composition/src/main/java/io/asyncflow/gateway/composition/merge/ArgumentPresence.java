package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import java.util.List;

/** REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH, or a hint where the argument is optional and so can be left out. */
final class ArgumentPresence {

    private final Findings findings;

    ArgumentPresence(Findings findings) {
        this.findings = findings;
    }

    /** Whether all subgraphs with the field have the argument; says so where not. */
    boolean everywhere(
            String coordinate,
            List<Contribution<InputValueDefinition>> with,
            List<Contribution<FieldDefinition>> fields) {
        if (with.size() == fields.size()) {
            return true;
        }
        List<Contribution<InputValueDefinition>> required =
                with.stream().filter(each -> isRequired(each.element())).toList();
        if (required.isEmpty()) {
            findings.hint(
                    HintCode.INCONSISTENT_ARGUMENT_PRESENCE,
                    "Argument \"" + coordinate + "\" is left out of the supergraph: it is "
                            + Wording.presence(with, Contribution.without(with, fields))
                            + ". Add it everywhere, so that clients can use it.",
                    Contribution.places(with));
        } else {
            findings.problem(
                    ErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH,
                    "Argument \"" + coordinate + "\" is required in " + Wording.subgraphs(required)
                            + " but missing in " + Wording.contributors(Contribution.without(with, fields))
                            + ". Add it there, or make it optional.",
                    Contribution.places(with));
        }
        return false;
    }

    static boolean isRequired(InputValueDefinition value) {
        return value.type().isNonNull() && value.defaultValue() == null;
    }
}
