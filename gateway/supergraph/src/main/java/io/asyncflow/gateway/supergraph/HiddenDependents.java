package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hides what cannot do without something hidden, until all that is left is a schema. */
final class HiddenDependents {

    private final Supergraph supergraph;
    private final Hidden hidden;
    private boolean changed;

    HiddenDependents(Supergraph supergraph, Hidden hidden) {
        this.supergraph = supergraph;
        this.hidden = hidden;
    }

    void hide() {
        do {
            changed = false;
            supergraph.types().values().forEach(this::visit);
        } while (changed);
    }

    private void visit(Type type) {
        if (hidden.has(type.name())) {
            return;
        }
        switch (type) {
            case FieldsType fielded -> {
                fielded.fields().values().forEach(field -> visit(type.name(), field));
                fielded.implementations().forEach(each -> visit(fielded, each));
                hideEmpty(type, fielded.fields());
            }
            case InputType input -> {
                input.fields().values().forEach(field -> visit(input, field));
                hideEmpty(type, input.fields());
            }
            case EnumType values -> hideEmpty(type, values.values());
            case UnionType union -> {
                if (union.members().stream().allMatch(member -> hidden.has(member.name()))) {
                    add(union.name());
                }
            }
            case Type.ScalarType _ -> {}
        }
    }

    private void visit(String type, Field field) {
        String coordinate = Elements.field(type, field.name());
        if (hidden.has(coordinate)) {
            return;
        }
        if (hidden.has(field.type().name())) {
            add(coordinate);
        }
        for (InputValueDefinition argument : field.arguments()) {
            String own = Elements.argument(type, field.name(), argument.name());
            if (hidden.has(argument.type().name()) || names(argument.defaultValue(), argument.type())) {
                add(own);
            }
            if (hidden.has(own) && isRequired(argument.type(), argument.defaultValue())) {
                add(coordinate);
            }
        }
    }

    /** An interface cannot show what one of its visible implementations hides. */
    private void visit(FieldsType type, Implementation implementation) {
        if (!(supergraph.types().get(implementation.interfaceName()) instanceof FieldsType implemented)) {
            return;
        }
        for (Field field : implemented.fields().values()) {
            if (hidden.has(Elements.field(type.name(), field.name()))) {
                add(Elements.field(implemented.name(), field.name()));
            }
            for (InputValueDefinition argument : field.arguments()) {
                if (hidden.has(Elements.argument(type.name(), field.name(), argument.name()))) {
                    add(Elements.argument(implemented.name(), field.name(), argument.name()));
                }
            }
        }
    }

    private void visit(InputType type, InputType.InputField field) {
        String coordinate = Elements.field(type.name(), field.name());
        if (hidden.has(field.type().name()) || names(field.defaultValue(), field.type())) {
            add(coordinate);
        }
        if (hidden.has(coordinate) && isRequired(field.type(), field.defaultValue())) {
            add(type.name());
        }
    }

    private void hideEmpty(Type type, Map<String, ?> parts) {
        boolean empty = parts.keySet().stream().allMatch(part -> hidden.has(Elements.field(type.name(), part)));
        if (empty && !parts.isEmpty()) {
            add(type.name());
        }
    }

    /** Whether the value names something hidden. */
    private boolean names(@Nullable Value value, TypeRef type) {
        return switch (value) {
            case null -> false;
            case Value.EnumValue(String name) -> hidden.has(Elements.field(type.name(), name));
            case Value.ListValue list -> list.values().stream().anyMatch(each -> names(each, type));
            case Value.ObjectValue object ->
                object.fields().entrySet().stream().anyMatch(entry -> names(type.name(), entry));
            default -> false;
        };
    }

    private boolean names(String type, Map.Entry<String, Value> entry) {
        return hidden.has(Elements.field(type, entry.getKey()))
                || supergraph.types().get(type) instanceof InputType input
                        && input.fields().get(entry.getKey()) instanceof InputType.InputField field
                        && names(entry.getValue(), field.type());
    }

    private static boolean isRequired(TypeRef type, @Nullable Value defaultValue) {
        return type.isNonNull() && defaultValue == null;
    }

    private void add(String coordinate) {
        changed |= hidden.add(coordinate);
    }
}
