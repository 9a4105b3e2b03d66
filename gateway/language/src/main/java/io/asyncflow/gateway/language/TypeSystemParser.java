package io.asyncflow.gateway.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schema blocks and directive definitions. */
final class TypeSystemParser {

    private static final Set<String> LOCATIONS = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION",
            "SCHEMA",
            "SCALAR",
            "OBJECT",
            "FIELD_DEFINITION",
            "ARGUMENT_DEFINITION",
            "INTERFACE",
            "UNION",
            "ENUM",
            "ENUM_VALUE",
            "INPUT_OBJECT",
            "INPUT_FIELD_DEFINITION");

    private final Tokens tokens;
    private final ValueParser values;
    private final FieldParser fields;

    TypeSystemParser(Tokens tokens, ValueParser values, FieldParser fields) {
        this.tokens = tokens;
        this.values = values;
        this.fields = fields;
    }

    SchemaDefinition schema(@Nullable String description, boolean extension, Position position) {
        tokens.next();
        List<Directive> directives = values.directives(true);
        boolean open = tokens.at(Token.OPEN_BRACE);
        if (!open && (!extension || directives.isEmpty())) {
            throw tokens.unexpected(extension ? "a directive or \"{\"" : "\"{\"");
        }
        return new SchemaDefinition(description, directives, open ? roots() : Map.of(), extension, position);
    }

    DirectiveDefinition directive(@Nullable String description, Position position) {
        tokens.next();
        tokens.expect(Token.AT);
        String name = tokens.name("the name of a directive");
        List<InputValueDefinition> arguments = fields.arguments();
        boolean repeatable = tokens.skip("repeatable");
        tokens.expect("on");
        List<String> locations = tokens.delimited(Token.PIPE, this::location);
        return new DirectiveDefinition(description, name, arguments, repeatable, locations, position);
    }

    private Map<OperationType, String> roots() {
        Map<OperationType, String> roots = new LinkedHashMap<>();
        tokens.many(Token.OPEN_BRACE, () -> root(roots), Token.CLOSE_BRACE);
        return roots;
    }

    private OperationType root(Map<OperationType, String> roots) {
        Position position = tokens.position();
        OperationType type = tokens.operation();
        if (type == null) {
            throw tokens.unexpected("\"query\", \"mutation\" or \"subscription\"");
        }
        tokens.next();
        tokens.expect(Token.COLON);
        if (roots.putIfAbsent(type, tokens.name("a type")) != null) {
            throw new SyntaxException(
                    "The schema gives its " + type.keyword() + " type twice; keep one of them.", position);
        }
        return type;
    }

    private String location() {
        if (!LOCATIONS.contains(tokens.text())) {
            throw tokens.unexpected("a place that directives can stand, such as FIELD_DEFINITION");
        }
        return tokens.next();
    }
}
