package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which object types set which contexts ({@code @context}). */
public final class Contexts {

    private static final String SPECIFICATION = "https://specs.apollo.dev/context";

    private final Map<String, Set<String>> setBy = new HashMap<>();

    Contexts(Joins joins) {
        String directive = joins.supergraph().directiveOf(SPECIFICATION, "context");
        for (Type type : joins.supergraph().types().values()) {
            for (Directive applied : type.directives()) {
                if (applied.name().equals(directive) && applied.argument("name") instanceof StringValue(String name)) {
                    joins.possibleTypes(type.name())
                            .forEach(object -> setBy.computeIfAbsent(object, _ -> new HashSet<>())
                                    .add(name));
                }
            }
        }
    }

    public boolean isSetBy(String objectType, String context) {
        return setBy.getOrDefault(objectType, Set.of()).contains(context);
    }
}
