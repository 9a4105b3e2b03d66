package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.planner.api.Api;
import java.util.HashSet;
import java.util.Set;

/** The types that fields give out, in contrast to those that arguments take. */
final class OutputTypes {

    private OutputTypes() {}

    static Set<String> of(Api api) {
        var types = new HashSet<String>();
        for (var type : api.types().values()) {
            if (type instanceof FieldsDefinition definition) {
                definition.fields().forEach(field -> types.add(field.type().name()));
            }
        }
        return types;
    }
}
