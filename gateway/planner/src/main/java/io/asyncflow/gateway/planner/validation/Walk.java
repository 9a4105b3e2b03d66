package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.api.Api;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation or fragment on its own: what it needs from elsewhere.
 *
 * @param labels those of {@code @defer} in the whole document
 * @param introspected each {@code __schema} and {@code __type} in the whole document
 * @param usages the variables it uses
 * @param spreads the fragments it spreads
 */
record Walk(
        Api api,
        Map<String, FragmentDefinition> fragments,
        Problems problems,
        Set<String> labels,
        List<Selection.Field> introspected,
        List<Usage> usages,
        Set<String> spreads) {

    /**
     * A variable where it is used.
     *
     * @param expected null where any type will do
     * @param hasDefault whether leaving it out is fine there
     * @param only whether it is the one field of a {@code @oneOf} type, which must never be null
     */
    record Usage(String variable, @Nullable TypeRef expected, boolean hasDefault, boolean only, Position position) {

        Usage(String variable, @Nullable TypeRef expected, boolean hasDefault, Position position) {
            this(variable, expected, hasDefault, false, position);
        }
    }

    static Walk first(Api api, Map<String, FragmentDefinition> fragments, Problems problems) {
        return new Walk(
                api, fragments, problems, new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
    }

    /** That of another definition in the same document. */
    Walk next() {
        return new Walk(api, fragments, problems, labels, introspected, new ArrayList<>(), new LinkedHashSet<>());
    }

    void wrong(Position position, String message) {
        problems.add(message, position);
    }
}
