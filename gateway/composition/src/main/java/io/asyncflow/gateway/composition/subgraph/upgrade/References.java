package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.HashSet;
import java.util.Set;

/** The types that a schema refers to, or that others refer to as entities. */
final class References {

    private References() {}

    static Set<String> of(Draft draft) {
        Set<String> names = new HashSet<>(draft.header().roots().values());
        for (TypeDefinition type : draft.types().values()) {
            if (Draft.has(type.directives(), Federation.KEY)) {
                names.add(type.name());
            }
            switch (type) {
                case FieldsDefinition fields -> {
                    names.addAll(fields.interfaces());
                    fields.fields().forEach(field -> names.add(field.type().name()));
                }
                case UnionDefinition union -> names.addAll(union.members());
                case ScalarDefinition _, EnumDefinition _, InputDefinition _ -> {}
            }
        }
        return names;
    }
}
