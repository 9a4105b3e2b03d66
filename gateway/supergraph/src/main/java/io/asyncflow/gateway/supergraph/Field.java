package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object or interface type.
 *
 * @param joins empty where every subgraph that has the type resolves the field without conditions
 * @param directives all but the join specification's, {@code @join__directive} excepted
 */
public record Field(
        String name,
        @Nullable String description,
        List<InputValueDefinition> arguments,
        TypeRef type,
        List<FieldJoin> joins,
        List<Directive> directives) {

    public Field {
        arguments = List.copyOf(arguments);
        joins = List.copyOf(joins);
        directives = List.copyOf(directives);
    }
}
