package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.Value;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A directive of the join specification on an element, and what its arguments mean. */
final class Applied {

    private final Directive directive;
    private final String element;
    private final Map<String, Graph> graphs;

    Applied(Directive directive, String element, Map<String, Graph> graphs) {
        this.directive = directive;
        this.element = element;
        this.graphs = graphs;
    }

    String string(String argument) {
        String text = optionalString(argument);
        if (text == null) {
            throw error("needs a string for its argument \"" + argument + "\"");
        }
        return text;
    }

    @Nullable
    String optionalString(String argument) {
        return switch (directive.argument(argument)) {
            case null -> null;
            case Value.NullValue() -> null;
            case Value.StringValue(String text) -> text;
            default -> throw error("needs a string for its argument \"" + argument + "\"");
        };
    }

    boolean flag(String argument, boolean otherwise) {
        return switch (directive.argument(argument)) {
            case null -> otherwise;
            case Value.NullValue() -> otherwise;
            case Value.BooleanValue(boolean value) -> value;
            default -> throw error("needs true or false for its argument \"" + argument + "\"");
        };
    }

    Graph graph() {
        Graph graph = optionalGraph();
        if (graph == null) {
            throw error("does not say which graph it is about");
        }
        return graph;
    }

    @Nullable
    Graph optionalGraph() {
        Value value = directive.argument("graph");
        if (value == null || value instanceof Value.NullValue) {
            return null;
        }
        if (!(value instanceof Value.EnumValue(String id))) {
            throw error("needs a value of the enum of graphs for its argument \"graph\"");
        }
        Graph graph = graphs.get(id);
        if (graph == null) {
            throw error("names the graph " + id + ", which is not among the graphs of this supergraph: "
                    + String.join(", ", graphs.keySet()));
        }
        return graph;
    }

    @Nullable
    FieldSet fieldSet(String argument) {
        return parsed(argument, text -> new FieldSet(Parser.selections(text)));
    }

    @Nullable
    TypeRef type(String argument) {
        return parsed(argument, Parser::type);
    }

    @Nullable
    Value value(String argument) {
        return directive.argument(argument);
    }

    SupergraphException error(String fault) {
        return SupergraphException.invalid(
                "@" + directive.name() + " on " + element + " " + fault + ".", directive.position());
    }

    private <T> @Nullable T parsed(String argument, Function<String, T> parser) {
        String text = optionalString(argument);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (SyntaxException e) {
            throw error("has an argument \"" + argument + "\" that cannot be read: \"" + text + "\" (at " + e.position()
                    + " in it: " + e.getMessage() + ")");
        }
    }
}
