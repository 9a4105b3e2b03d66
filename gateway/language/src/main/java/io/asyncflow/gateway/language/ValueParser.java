package io.asyncflow.gateway.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values, and the arguments and directives that hold them. */
final class ValueParser {

    private final Tokens tokens;

    ValueParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A value; a constant one has no variables. */
    Value value(boolean constant) {
        return switch (tokens.token()) {
            case OPEN_BRACKET -> tokens.nested(() -> list(constant));
            case OPEN_BRACE -> tokens.nested(() -> object(constant));
            case INT -> new Value.IntValue(tokens.next());
            case FLOAT -> new Value.FloatValue(tokens.next());
            case STRING, BLOCK_STRING -> new Value.StringValue(tokens.next());
            case NAME -> named(tokens.next());
            case DOLLAR -> variable(constant);
            default -> throw tokens.unexpected("a value");
        };
    }

    List<Argument> arguments(boolean constant) {
        return tokens.optional(Token.OPEN_PARENTHESIS, () -> argument(constant), Token.CLOSE_PARENTHESIS);
    }

    List<Directive> directives(boolean constant) {
        if (!tokens.at(Token.AT)) {
            return List.of();
        }
        List<Directive> directives = new ArrayList<>();
        while (tokens.at(Token.AT)) {
            directives.add(directive(constant));
        }
        return directives;
    }

    private Directive directive(boolean constant) {
        Position position = tokens.position();
        tokens.expect(Token.AT);
        return new Directive(tokens.name("the name of a directive"), arguments(constant), position);
    }

    private Argument argument(boolean constant) {
        Position position = tokens.position();
        String name = tokens.name("an argument");
        tokens.expect(Token.COLON);
        return new Argument(name, value(constant), position);
    }

    private Value variable(boolean constant) {
        if (constant) {
            throw tokens.unexpected("a constant value: variables have no meaning here");
        }
        tokens.expect(Token.DOLLAR);
        return new Value.VariableValue(tokens.name("the name of a variable"));
    }

    private Value list(boolean constant) {
        tokens.expect(Token.OPEN_BRACKET);
        List<Value> values = new ArrayList<>();
        while (!tokens.skip(Token.CLOSE_BRACKET)) {
            values.add(value(constant));
        }
        return new Value.ListValue(values);
    }

    private Value object(boolean constant) {
        tokens.expect(Token.OPEN_BRACE);
        Map<String, Value> fields = new LinkedHashMap<>();
        while (!tokens.skip(Token.CLOSE_BRACE)) {
            Position position = tokens.position();
            String name = tokens.name("a field of the input object or \"}\"");
            tokens.expect(Token.COLON);
            if (fields.putIfAbsent(name, value(constant)) != null) {
                throw new SyntaxException("The input object gives \"" + name + "\" twice; keep one of them.", position);
            }
        }
        return new Value.ObjectValue(fields);
    }

    private static Value named(String name) {
        return switch (name) {
            case "true" -> new Value.BooleanValue(true);
            case "false" -> new Value.BooleanValue(false);
            case "null" -> new Value.NullValue();
            default -> new Value.EnumValue(name);
        };
    }
}
