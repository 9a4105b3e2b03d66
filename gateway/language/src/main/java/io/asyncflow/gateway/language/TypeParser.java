package io.asyncflow.gateway.language;

import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Type definitions and extensions, from their keyword on. */
final class TypeParser {

    private final Tokens tokens;
    private final ValueParser values;
    private final FieldParser fields;

    TypeParser(Tokens tokens, ValueParser values, FieldParser fields) {
        this.tokens = tokens;
        this.values = values;
        this.fields = fields;
    }

    /** The type, or null where the current token is not the keyword of one. */
    @Nullable
    TypeDefinition type(@Nullable String description, boolean extension, Position position) {
        if (!tokens.at(Token.NAME)) {
            return null;
        }
        return switch (tokens.text()) {
            case "scalar" -> scalar(description, extension, position);
            case "type" -> object(description, extension, position);
            case "interface" -> interfaceType(description, extension, position);
            case "union" -> union(description, extension, position);
            case "enum" -> enumType(description, extension, position);
            case "input" -> input(description, extension, position);
            default -> null;
        };
    }

    private TypeDefinition scalar(@Nullable String description, boolean extension, Position position) {
        String name = typeName();
        List<Directive> directives = values.directives(true);
        refuseEmpty(extension, directives.isEmpty(), "a directive");
        return new ScalarDefinition(description, name, directives, extension, position);
    }

    private TypeDefinition object(@Nullable String description, boolean extension, Position position) {
        String name = typeName();
        List<String> interfaces = interfaces();
        List<Directive> directives = values.directives(true);
        List<FieldDefinition> own = fields.fields();
        boolean empty = interfaces.isEmpty() && directives.isEmpty() && own.isEmpty();
        refuseEmpty(extension, empty, "\"implements\", a directive or \"{\"");
        return new ObjectDefinition(description, name, interfaces, directives, own, extension, position);
    }

    private TypeDefinition interfaceType(@Nullable String description, boolean extension, Position position) {
        String name = typeName();
        List<String> interfaces = interfaces();
        List<Directive> directives = values.directives(true);
        List<FieldDefinition> own = fields.fields();
        boolean empty = interfaces.isEmpty() && directives.isEmpty() && own.isEmpty();
        refuseEmpty(extension, empty, "\"implements\", a directive or \"{\"");
        return new InterfaceDefinition(description, name, interfaces, directives, own, extension, position);
    }

    private TypeDefinition union(@Nullable String description, boolean extension, Position position) {
        String name = typeName();
        List<Directive> directives = values.directives(true);
        List<String> members = tokens.skip(Token.EQUALS)
                ? tokens.delimited(Token.PIPE, () -> tokens.name("a type of the union"))
                : List.of();
        refuseEmpty(extension, directives.isEmpty() && members.isEmpty(), "a directive or \"=\"");
        return new UnionDefinition(description, name, directives, members, extension, position);
    }

    private TypeDefinition enumType(@Nullable String description, boolean extension, Position position) {
        String name = typeName();
        List<Directive> directives = values.directives(true);
        List<EnumValueDefinition> own = fields.enumValues();
        refuseEmpty(extension, directives.isEmpty() && own.isEmpty(), "a directive or \"{\"");
        return new EnumDefinition(description, name, directives, own, extension, position);
    }

    private TypeDefinition input(@Nullable String description, boolean extension, Position position) {
        String name = typeName();
        List<Directive> directives = values.directives(true);
        List<InputValueDefinition> own = fields.inputFields();
        refuseEmpty(extension, directives.isEmpty() && own.isEmpty(), "a directive or \"{\"");
        return new InputDefinition(description, name, directives, own, extension, position);
    }

    private String typeName() {
        tokens.next();
        return tokens.name("the name of a type");
    }

    private List<String> interfaces() {
        return tokens.skip("implements")
                ? tokens.delimited(Token.AMPERSAND, () -> tokens.name("an interface"))
                : List.of();
    }

    private void refuseEmpty(boolean extension, boolean empty, String expected) {
        if (extension && empty) {
            throw tokens.unexpected(expected);
        }
    }
}
