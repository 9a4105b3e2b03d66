package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.OperationType;
import java.util.List;

/** The query root type is what every API has, so it cannot be hidden. */
final class QueryRootTypeInaccessible implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        String query = subject.supergraph().roots().get(OperationType.QUERY);
        if (query == null || !subject.visibility().hides(query)) {
            return List.of();
        }
        return List.of(new Problem(
                ErrorCode.QUERY_ROOT_TYPE_INACCESSIBLE,
                "The query root type \"" + query + "\" is @inaccessible, but an API needs one. Make its fields"
                        + " @inaccessible where clients must not see them.",
                subject.sources().places(List.of(Coordinate.type(query)), null, source -> true)));
    }
}
