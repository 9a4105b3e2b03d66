package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InputType.InputField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * INVALID_GRAPHQL after the merge: input types that need each other can never be written. Of each, one subgraph may
 * have the field nullable, but the merge takes the narrowest type.
 *
 * <p>Takes away, again and again, the types that need no other: what remains goes in circles, or leads into one.
 */
final class InputCycles {

    private final Scope scope;
    private final Supergraph supergraph;

    InputCycles(Scope scope, Supergraph supergraph) {
        this.scope = scope;
        this.supergraph = supergraph;
    }

    void check() {
        Map<String, List<String>> neededBy = new HashMap<>();
        Map<String, Integer> needs = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        for (Type type : supergraph.types().values()) {
            if (type instanceof InputType input) {
                List<String> needed = needed(input);
                needed.forEach(each ->
                        neededBy.computeIfAbsent(each, key -> new ArrayList<>()).add(type.name()));
                needs.put(type.name(), needed.size());
                if (needed.isEmpty()) {
                    free.add(type.name());
                }
            }
        }
        while (!free.isEmpty()) {
            String type = free.remove();
            needs.remove(type);
            for (String other : neededBy.getOrDefault(type, List.of())) {
                if (needs.merge(other, -1, Integer::sum) == 0) {
                    free.add(other);
                }
            }
        }
        supergraph.types().keySet().stream()
                .filter(needs::containsKey)
                .findFirst()
                .ifPresent(this::problem);
    }

    private List<String> needed(InputType type) {
        List<String> needed = new ArrayList<>();
        for (InputField field : type.fields().values()) {
            if (field.type() instanceof NonNullType(NamedType(String name))
                    && supergraph.types().get(name) instanceof InputType) {
                needed.add(name);
            }
        }
        return needed;
    }

    private void problem(String type) {
        scope.findings()
                .problem(
                        ErrorCode.INVALID_GRAPHQL,
                        "Input type \"" + type
                                + "\" needs itself in the supergraph, through fields that are non-null in some subgraph."
                                + " Make one of these fields nullable everywhere.",
                        Contribution.places(scope.types().of(type)));
    }
}
