package io.asyncflow.gateway.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads GraphQL: what the October 2021 specification and its later editions define, schema and operations alike.
 *
 * <p>All methods throw {@link SyntaxException} for a text that is not what they read. Positions count UTF-16 units from
 * 1; a definition starts at its description.
 */
public final class Parser {

    private final Tokens tokens;
    private final ValueParser values;
    private final TypeRefParser typeRefs;
    private final ExecutableParser executables;
    private final TypeSystemParser typeSystem;
    private final TypeParser types;

    private Parser(String text, Limits limits) {
        tokens = new Tokens(text, limits);
        values = new ValueParser(tokens);
        typeRefs = new TypeRefParser(tokens);
        executables = new ExecutableParser(tokens, values, typeRefs);
        FieldParser fields = new FieldParser(tokens, values, typeRefs);
        typeSystem = new TypeSystemParser(tokens, values, fields);
        types = new TypeParser(tokens, values, fields);
    }

    public static Document parse(String text) {
        return parse(text, Limits.DEFAULT);
    }

    public static Document parse(String text, Limits limits) {
        return new Parser(text, limits).document();
    }

    /** A field set, with or without the braces around it. */
    public static List<Selection> selections(String text) {
        Parser parser = new Parser(text, Limits.DEFAULT);
        return parser.whole(
                () -> parser.tokens.at(Token.OPEN_BRACE) ? parser.executables.selections() : parser.bareSelections());
    }

    public static TypeRef type(String text) {
        Parser parser = new Parser(text, Limits.DEFAULT);
        return parser.whole(parser.typeRefs::type);
    }

    public static Value value(String text) {
        Parser parser = new Parser(text, Limits.DEFAULT);
        return parser.whole(() -> parser.values.value(false));
    }

    private <T> T whole(Supplier<T> part) {
        T parsed = part.get();
        tokens.expect(Token.END);
        return parsed;
    }

    private List<Selection> bareSelections() {
        List<Selection> selections = new ArrayList<>();
        do {
            selections.add(executables.selection());
        } while (!tokens.at(Token.END));
        return selections;
    }

    private Document document() {
        List<Definition> definitions = new ArrayList<>();
        do {
            definitions.add(definition());
        } while (!tokens.at(Token.END));
        return new Document(definitions);
    }

    private Definition definition() {
        if (tokens.at(Token.OPEN_BRACE)) {
            return executables.shorthand();
        }
        Position position = tokens.position();
        String description = tokens.description();
        if (description != null && (tokens.at("extend") || tokens.at(Token.OPEN_BRACE))) {
            throw new SyntaxException(
                    "A description cannot stand in front of an extension or of a query without its keyword; remove it.",
                    position);
        }
        boolean extension = tokens.skip("extend");
        Definition definition = typeSystem(description, extension, position);
        if (definition == null && !extension) {
            definition = executable(position);
        }
        if (definition == null) {
            throw tokens.unexpected(extension ? "a type or the schema to extend" : "a definition");
        }
        return definition;
    }

    private @Nullable Definition typeSystem(@Nullable String description, boolean extension, Position position) {
        if (tokens.at("schema")) {
            return typeSystem.schema(description, extension, position);
        }
        if (tokens.at("directive") && !extension) {
            return typeSystem.directive(description, position);
        }
        return types.type(description, extension, position);
    }

    private @Nullable Definition executable(Position position) {
        OperationType operation = tokens.operation();
        if (operation != null) {
            return executables.operation(operation, position);
        }
        return tokens.at("fragment") ? executables.fragment(position) : null;
    }
}
