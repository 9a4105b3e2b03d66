package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations and fragments. Their descriptions are read, and of no use to anyone here. */
final class ExecutableParser {

    private final Tokens tokens;
    private final ValueParser values;
    private final TypeRefParser types;

    ExecutableParser(Tokens tokens, ValueParser values, TypeRefParser types) {
        this.tokens = tokens;
        this.values = values;
        this.types = types;
    }

    /** A query without its keyword. */
    OperationDefinition shorthand() {
        Position position = tokens.position();
        return new OperationDefinition(OperationType.QUERY, null, List.of(), List.of(), selections(), position);
    }

    OperationDefinition operation(OperationType type, Position position) {
        tokens.next();
        String name = tokens.at(Token.NAME) ? tokens.next() : null;
        List<VariableDefinition> variables =
                tokens.optional(Token.OPEN_PARENTHESIS, this::variable, Token.CLOSE_PARENTHESIS);
        return new OperationDefinition(type, name, variables, values.directives(false), selections(), position);
    }

    FragmentDefinition fragment(Position position) {
        tokens.next();
        String name = fragmentName();
        tokens.expect("on");
        String typeCondition = tokens.name("a type");
        return new FragmentDefinition(name, typeCondition, values.directives(false), selections(), position);
    }

    List<Selection> selections() {
        return tokens.nested(() -> tokens.many(Token.OPEN_BRACE, this::selection, Token.CLOSE_BRACE));
    }

    Selection selection() {
        return tokens.at(Token.SPREAD) ? fragmentSelection() : field();
    }

    private Selection.Field field() {
        Position position = tokens.position();
        String name = tokens.name("a field or a fragment");
        String alias = null;
        if (tokens.skip(Token.COLON)) {
            alias = name;
            name = tokens.name("a field");
        }
        List<Argument> arguments = values.arguments(false);
        List<Directive> directives = values.directives(false);
        return new Selection.Field(alias, name, arguments, directives, optionalSelections(), position);
    }

    private List<Selection> optionalSelections() {
        return tokens.at(Token.OPEN_BRACE) ? selections() : List.of();
    }

    private Selection fragmentSelection() {
        Position position = tokens.position();
        tokens.next();
        if (tokens.at(Token.NAME) && !tokens.at("on")) {
            return new Selection.FragmentSpread(tokens.next(), values.directives(false), position);
        }
        String typeCondition = tokens.skip("on") ? tokens.name("a type") : null;
        return new Selection.InlineFragment(typeCondition, values.directives(false), selections(), position);
    }

    private VariableDefinition variable() {
        tokens.description();
        Position position = tokens.position();
        if (!tokens.skip(Token.DOLLAR)) {
            throw tokens.unexpected("a variable");
        }
        String name = tokens.name("the name of a variable");
        tokens.expect(Token.COLON);
        TypeRef type = types.type();
        @Nullable Value defaultValue = tokens.skip(Token.EQUALS) ? values.value(true) : null;
        return new VariableDefinition(name, type, defaultValue, values.directives(true), position);
    }

    private String fragmentName() {
        if (tokens.at("on")) {
            throw tokens.unexpected("the name of a fragment, which cannot be \"on\"");
        }
        return tokens.name("the name of a fragment");
    }
}
