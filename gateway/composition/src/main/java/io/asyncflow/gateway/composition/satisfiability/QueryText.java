package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.InputType.InputField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the query that takes some steps; {@code __typename} stands for what it could select further. */
final class QueryText {

    private static final int INPUT_DEPTH = 8;

    /** Deeper steps stand below each other: the text of a long path is not to grow with its square. */
    private static final int INDENTED_DEPTH = 50;

    private final Supergraph supergraph;

    QueryText(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    String of(State state, Step last) {
        List<Step> steps = new ArrayList<>(state.path());
        steps.add(last);
        return of(state.operation(), steps);
    }

    private String of(OperationType operation, List<Step> steps) {
        StringBuilder text = new StringBuilder(operation == OperationType.QUERY ? "{" : operation.keyword() + " {");
        int depth = 0;
        for (Step step : steps) {
            line(text, ++depth).append(selection(step));
            if (step.to() != null) {
                text.append(" {");
            }
        }
        if (steps.getLast().to() != null) {
            text.append(" __typename }");
        }
        while (depth-- > 0) {
            line(text, depth).append('}');
        }
        return text.toString();
    }

    private static StringBuilder line(StringBuilder text, int depth) {
        return text.append('\n').append("  ".repeat(Math.min(depth, INDENTED_DEPTH)));
    }

    private String selection(Step step) {
        return switch (step) {
            case Step.Narrow narrow -> "... on " + narrow.to().name();
            case Step.Take take -> take.field().name() + arguments(take.field());
        };
    }

    private String arguments(Field field) {
        String arguments = field.arguments().stream()
                .filter(argument -> argument.type().isNonNull() && argument.defaultValue() == null)
                .map(this::argument)
                .collect(Collectors.joining(", "));
        return arguments.isEmpty() ? "" : "(" + arguments + ")";
    }

    private String argument(InputValueDefinition argument) {
        return argument.name() + ": " + example(argument.type(), INPUT_DEPTH);
    }

    private String example(TypeRef type, int depth) {
        return switch (type) {
            case TypeRef.NonNullType(TypeRef of) -> example(of, depth);
            case TypeRef.ListType _ -> "[]";
            case TypeRef.NamedType(String name) -> example(name, depth);
        };
    }

    private String example(String type, int depth) {
        return switch (type) {
            case "Int" -> "1";
            case "Float" -> "1.5";
            case "Boolean" -> "true";
            case "String" -> "\"some text\"";
            case "ID" -> "\"some id\"";
            default -> exampleOf(supergraph.types().get(type), depth);
        };
    }

    private String exampleOf(@Nullable Type type, int depth) {
        if (type instanceof Type.EnumType values && !values.values().isEmpty()) {
            return values.values().keySet().iterator().next();
        }
        if (type instanceof Type.InputType input && depth > 0) {
            return input.fields().values().stream()
                    .filter(field -> field.type().isNonNull() && field.defaultValue() == null)
                    .map(field -> inputField(field, depth - 1))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return "\"some value\"";
    }

    private String inputField(InputField field, int depth) {
        return field.name() + ": " + example(field.type(), depth);
    }
}
