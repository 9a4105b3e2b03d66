package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types that set each context of a subgraph. */
public final class Contexts {

    private Contexts() {}

    public static Map<String, List<TypeDefinition>> of(Draft draft) {
        Map<String, List<TypeDefinition>> contexts = new LinkedHashMap<>();
        for (Applied applied : draft.applications(Federation.CONTEXT)) {
            TypeDefinition type = applied.site() instanceof OnType(TypeDefinition part)
                    ? draft.types().get(part.name())
                    : null;
            if (type != null && applied.directive().argument("name") instanceof StringValue(String name)) {
                contexts.computeIfAbsent(name, _ -> new ArrayList<>()).add(type);
            }
        }
        return contexts;
    }
}
