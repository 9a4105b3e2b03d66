package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.ObjectValue;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The enum values and input fields that a value names. */
final class InputReferences {

    private final Supergraph supergraph;
    private final Set<Coordinate> found = new LinkedHashSet<>();

    private InputReferences(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    static Set<Coordinate> in(Supergraph supergraph, Value value, TypeRef type) {
        InputReferences references = new InputReferences(supergraph);
        references.visit(value, type);
        return references.found;
    }

    private void visit(Value value, TypeRef type) {
        switch (type) {
            case NonNullType(TypeRef of) -> visit(value, of);
            case ListType(TypeRef of) -> {
                if (value instanceof ListValue(var items)) {
                    items.forEach(item -> visit(item, of));
                } else {
                    visit(value, of);
                }
            }
            case NamedType(String name) -> visitNamed(value, name);
        }
    }

    private void visitNamed(Value value, String type) {
        if (value instanceof EnumValue(String name) && supergraph.types().get(type) instanceof EnumType values) {
            if (values.values().containsKey(name)) {
                found.add(Coordinate.member(type, name));
            }
        } else if (value instanceof ObjectValue(var fields)
                && supergraph.types().get(type) instanceof InputType input) {
            input.fields().values().forEach(field -> {
                Value given = fields.get(field.name());
                if (given != null) {
                    found.add(Coordinate.member(type, field.name()));
                    visit(given, field.type());
                }
            });
        }
    }
}
