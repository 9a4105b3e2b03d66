package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.api.Introspection;
import org.jspecify.annotations.Nullable;

/** The fields that can be selected of a type, declared or not. */
final class Fields {

    private Fields() {}

    static @Nullable FieldDefinition of(Api api, String type, String name) {
        FieldDefinition declared = api.field(type, name);
        if (declared != null || !name.startsWith("__")) {
            return declared;
        }
        boolean everywhere = name.equals("__typename");
        return everywhere || type.equals(api.roots().get(OperationType.QUERY)) ? Introspection.field(name) : null;
    }
}
