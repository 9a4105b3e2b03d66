package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An operation on a supergraph, made from a seed; now and then one that is not valid. */
final class RandomOperation {

    private final Choice choice;
    private final Joins joins;
    private final Map<String, Type> types;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> fragments = new ArrayList<>();
    private final boolean defers;
    private final int depth;
    private int names;

    private RandomOperation(long seed, Joins joins) {
        this.choice = new Choice(seed);
        this.joins = joins;
        this.types = joins.supergraph().types();
        this.defers = choice.chance(20);
        this.depth = 3 + choice.below(4);
    }

    static String of(long seed, Joins joins) {
        return new RandomOperation(seed, joins).make();
    }

    private String make() {
        OperationType type = choice.chance(80) ? OperationType.QUERY : choice.of(List.of(OperationType.values()));
        String root = joins.supergraph().roots().get(type);
        if (root == null) {
            return "{ __typename }";
        }
        String selections = type == OperationType.SUBSCRIPTION
                ? "{ "
                        + field(
                                choice.of(List.copyOf(
                                        ((FieldsType) types.get(root)).fields().values())),
                                depth) + " }"
                : selections(root, depth, false);
        String declared = variables.entrySet().stream()
                .map(variable -> "$" + variable.getKey() + ": " + variable.getValue())
                .collect(Collectors.joining(", ", "(", ")"));
        return type.keyword() + " " + (variables.isEmpty() ? "" : declared) + selections + String.join("", fragments);
    }

    private String selections(String type, int depth, boolean deferrable) {
        List<String> chosen = new ArrayList<>();
        List<Field> fields = types.get(type) instanceof FieldsType fielded
                ? fielded.fields().values().stream()
                        .filter(field -> depth > 0 || isLeaf(field))
                        .toList()
                : List.of();
        for (int i = 0; i < 1 + choice.below(4); i++) {
            if (!fields.isEmpty() && choice.chance(fields.size() > 1 ? 75 : 90)) {
                chosen.add(field(choice.of(fields), depth));
            } else if (depth > 0 && !joins.supergraph().roots().containsValue(type)) {
                chosen.add(fragment(type, depth - 1, deferrable));
            }
        }
        if (chosen.isEmpty() || choice.chance(12)) {
            chosen.add(choice.below(Math.max(1, chosen.size())), "__typename");
        }
        return "{ " + String.join(" ", chosen) + " }";
    }

    private boolean isLeaf(Field field) {
        Type type = types.get(field.type().name());
        return !(type instanceof FieldsType) && !(type instanceof Type.UnionType);
    }

    private String field(Field field, int depth) {
        String arguments = arguments(field);
        boolean aliased = choice.chance(arguments.isEmpty() ? 15 : 60);
        String alias =
                !aliased ? "" : choice.chance(30) ? choice.of(List.of("a: ", "b: ", "id: ")) : "x" + names++ + ": ";
        String below = isLeaf(field) ? "" : " " + selections(field.type().name(), depth - 1, true);
        return alias + field.name() + arguments + condition() + below;
    }

    private String condition() {
        if (!choice.chance(8)) {
            return "";
        }
        String variable = "on" + choice.below(2);
        variables.put(variable, "Boolean!");
        return choice.of(List.of(" @include(if: $" + variable + ")", " @skip(if: $" + variable + ")"));
    }

    private String fragment(String type, int depth, boolean deferrable) {
        List<String> conditions = new ArrayList<>(joins.possibleTypes(type));
        conditions.add(type);
        joins.possibleTypes(type).forEach(each -> conditions.addAll(joins.interfaces(each)));
        String condition = choice.of(conditions);
        String directives =
                deferrable && defers && choice.chance(40) ? " @defer(label: \"d" + names++ + "\")" : condition();
        String below = selections(condition, depth, deferrable);
        if (!choice.chance(20)) {
            return "... on " + condition + directives + " " + below;
        }
        String name = "F" + names++;
        fragments.add("\nfragment " + name + " on " + condition + " " + below);
        return "..." + name + directives;
    }

    private String arguments(Field field) {
        List<String> given = new ArrayList<>();
        for (InputValueDefinition argument : field.arguments()) {
            boolean needed = argument.type().isNonNull() && argument.defaultValue() == null;
            if (needed || choice.chance(60)) {
                given.add(argument.name() + ": " + value(argument.type()));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String value(TypeRef type) {
        if (choice.chance(35)) {
            String variable = "v" + names++;
            variables.put(variable, type + (type.isNonNull() || choice.chance(50) ? "" : byDefault(type)));
            return "$" + variable;
        }
        return literal(type);
    }

    private String byDefault(TypeRef type) {
        return " = " + literal(type);
    }

    private String literal(TypeRef type) {
        if (!type.isNonNull() && choice.chance(10)) {
            return "null";
        }
        if (type.nullable() instanceof ListType(TypeRef of)) {
            return choice.chance(30) ? literal(of) : "[" + literal(of) + ", " + literal(of) + "]";
        }
        if (types.get(type.name()) instanceof EnumType named) {
            return choice.of(List.copyOf(named.values().keySet()));
        }
        return switch (type.name()) {
            case "Int" -> String.valueOf(choice.below(4));
            case "Boolean" -> "true";
            case "Filter" -> choice.of(List.of("{}", "{n: 1}", "{kinds: [1, 2], text: \"t\"}"));
            default -> "\"" + (char) ('p' + choice.below(3)) + "\"";
        };
    }
}
