package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields, arguments and enum values as types define them. */
final class FieldParser {

    private final Tokens tokens;
    private final ValueParser values;
    private final TypeRefParser types;

    FieldParser(Tokens tokens, ValueParser values, TypeRefParser types) {
        this.tokens = tokens;
        this.values = values;
        this.types = types;
    }

    List<FieldDefinition> fields() {
        return tokens.optional(Token.OPEN_BRACE, this::field, Token.CLOSE_BRACE);
    }

    List<InputValueDefinition> inputFields() {
        return tokens.optional(Token.OPEN_BRACE, () -> inputValue("a field"), Token.CLOSE_BRACE);
    }

    List<InputValueDefinition> arguments() {
        return tokens.optional(Token.OPEN_PARENTHESIS, () -> inputValue("an argument"), Token.CLOSE_PARENTHESIS);
    }

    List<EnumValueDefinition> enumValues() {
        return tokens.optional(Token.OPEN_BRACE, this::enumValue, Token.CLOSE_BRACE);
    }

    private FieldDefinition field() {
        Position position = tokens.position();
        String description = tokens.description();
        String name = tokens.name("a field");
        List<InputValueDefinition> arguments = arguments();
        tokens.expect(Token.COLON);
        TypeRef type = types.type();
        return new FieldDefinition(description, name, arguments, type, values.directives(true), position);
    }

    private InputValueDefinition inputValue(String what) {
        Position position = tokens.position();
        String description = tokens.description();
        String name = tokens.name(what);
        tokens.expect(Token.COLON);
        TypeRef type = types.type();
        @Nullable Value defaultValue = tokens.skip(Token.EQUALS) ? values.value(true) : null;
        return new InputValueDefinition(description, name, type, defaultValue, values.directives(true), position);
    }

    private EnumValueDefinition enumValue() {
        Position position = tokens.position();
        String description = tokens.description();
        if (tokens.at("true") || tokens.at("false") || tokens.at("null")) {
            throw tokens.unexpected("an enum value, which cannot be true, false or null");
        }
        String name = tokens.name("an enum value");
        return new EnumValueDefinition(description, name, values.directives(true), position);
    }
}
