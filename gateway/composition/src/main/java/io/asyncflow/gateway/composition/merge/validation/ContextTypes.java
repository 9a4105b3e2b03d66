package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that set a context ({@code @context}). */
final class ContextTypes {

    private final Map<String, List<Type>> types = new LinkedHashMap<>();

    ContextTypes(Supergraph supergraph) {
        String directiveName = Specifications.directiveName(supergraph, "context");
        for (Type type : supergraph.types().values()) {
            type.directives().stream()
                    .filter(directive -> directive.name().equals(directiveName))
                    .forEach(directive -> {
                        if (directive.argument("name") instanceof StringValue(String context)) {
                            types.computeIfAbsent(context, key -> new ArrayList<>())
                                    .add(type);
                        }
                    });
        }
    }

    List<Type> of(String context) {
        return types.getOrDefault(context, List.of());
    }
}
