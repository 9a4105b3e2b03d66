package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies a type with all it holds; each use overrides what it changes. */
public abstract class Rewriter {

    public TypeDefinition type(TypeDefinition type) {
        var name = name(type.name());
        var directives = directivesOf(type);
        return switch (type) {
            case ScalarDefinition(var text, var _, var _, var _, var at) ->
                new ScalarDefinition(text, name, directives, extension(type), at);
            case ObjectDefinition object ->
                new ObjectDefinition(
                        object.description(),
                        name,
                        names(object.interfaces()),
                        directives,
                        fields(object),
                        extension(type),
                        object.position());
            case InterfaceDefinition object ->
                new InterfaceDefinition(
                        object.description(),
                        name,
                        names(object.interfaces()),
                        directives,
                        fields(object),
                        extension(type),
                        object.position());
            case UnionDefinition(var text, var _, var _, var members, var _, var at) ->
                new UnionDefinition(text, name, directives, names(members), extension(type), at);
            case EnumDefinition(var text, var _, var _, var values, var _, var at) ->
                new EnumDefinition(text, name, directives, kept(values, this::value), extension(type), at);
            case InputDefinition(var text, var _, var _, var fields, var _, var at) ->
                new InputDefinition(text, name, directives, kept(fields, this::input), extension(type), at);
        };
    }

    protected String name(String type) {
        return type;
    }

    protected boolean extension(TypeDefinition type) {
        return type.extension();
    }

    protected List<Directive> directives(List<Directive> directives) {
        return directives;
    }

    protected List<Directive> directivesOf(TypeDefinition type) {
        return directives(type.directives());
    }

    protected List<Directive> directivesOf(FieldsDefinition type, FieldDefinition field) {
        return directives(field.directives());
    }

    /** The field as it is to be, or null to leave it out. */
    protected @Nullable FieldDefinition field(FieldsDefinition type, FieldDefinition field) {
        return new FieldDefinition(
                field.description(),
                field.name(),
                kept(field.arguments(), this::input),
                reference(field.type()),
                directivesOf(type, field),
                field.position());
    }

    public InputValueDefinition input(InputValueDefinition input) {
        return new InputValueDefinition(
                input.description(),
                input.name(),
                reference(input.type()),
                input.defaultValue(),
                directives(input.directives()),
                input.position());
    }

    private EnumValueDefinition value(EnumValueDefinition value) {
        return new EnumValueDefinition(
                value.description(), value.name(), directives(value.directives()), value.position());
    }

    private List<FieldDefinition> fields(FieldsDefinition type) {
        return kept(type.fields(), field -> field(type, field));
    }

    private List<String> names(List<String> names) {
        return kept(names, this::name);
    }

    protected final TypeRef reference(TypeRef type) {
        return switch (type) {
            case NamedType(String name) -> {
                String renamed = name(name);
                yield renamed.equals(name) ? type : new NamedType(renamed);
            }
            case ListType(TypeRef of) -> wrapped(type, of, ListType::new);
            case NonNullType(TypeRef of) -> wrapped(type, of, NonNullType::new);
        };
    }

    private TypeRef wrapped(TypeRef type, TypeRef of, UnaryOperator<TypeRef> wrap) {
        TypeRef rewritten = reference(of);
        return rewritten == of ? type : wrap.apply(rewritten);
    }

    private static <T, R> List<R> kept(List<T> items, Function<T, @Nullable R> rewrite) {
        List<R> kept = new ArrayList<>(items.size());
        for (T item : items) {
            R rewritten = rewrite.apply(item);
            if (rewritten != null) {
                kept.add(rewritten);
            }
        }
        return kept;
    }
}
