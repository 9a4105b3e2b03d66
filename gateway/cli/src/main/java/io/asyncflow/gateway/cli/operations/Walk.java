package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.api.Api;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation or fragment on its own: what is wrong in it, and what it needs from elsewhere.
 *
 * @param usages the variables it uses
 * @param spreads the fragments it spreads
 */
record Walk(
        Api api,
        Map<String, FragmentDefinition> fragments,
        List<OperationError> errors,
        List<Usage> usages,
        Set<String> spreads) {

    /**
     * A variable where it is used.
     *
     * @param hasDefault whether leaving it out is fine there
     */
    record Usage(String variable, TypeRef expected, boolean hasDefault, Position position) {}

    Walk(Api api, Map<String, FragmentDefinition> fragments) {
        this(api, fragments, new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    }

    void wrong(Position position, String message) {
        errors.add(new OperationError(position, message));
    }
}
