package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import java.util.List;

/** One subgraph cannot deprecate what another makes required: clients have to use it. */
final class RequiredIsNotDeprecated implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        return TypedElement.all(subject).stream()
                .filter(element -> element.isInput()
                        && element.deprecated()
                        && element.type().isNonNull()
                        && element.defaultValue() == null)
                .map(element -> new Problem(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"" + element.coordinate() + "\" is @deprecated, but the supergraph requires it. Make it"
                                + " nullable or give it a default value in every subgraph, or drop @deprecated.",
                        subject.sources().places(List.of(), element.coordinate(), source -> true)))
                .toList();
    }
}
