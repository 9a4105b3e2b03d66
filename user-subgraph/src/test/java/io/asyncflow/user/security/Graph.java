package io.asyncflow.user.security;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Operations made up from the schema: for any field, with any value in any of its arguments, selecting all there is. */
record Graph(GraphQLSchema schema) {

    private static final int DEEPEST = 6;

    /** A place that takes text: the path from a root field through its arguments. */
    record Place(String root, List<String> path) {

        boolean isForIds() {
            String name = path.getLast();
            return name.equals("id") || name.endsWith("Id") || name.endsWith("Ids") || name.endsWith("ids");
        }

        @Override
        public String toString() {
            return root + "(" + String.join(".", path) + ")";
        }
    }

    Set<String> rootFields() {
        var names = new TreeSet<String>();
        for (var root : List.of("Query", "Mutation")) {
            object(root).getFieldDefinitions().forEach(field -> names.add(root + "." + field.getName()));
        }
        return names;
    }

    Set<String> entities() {
        return ((GraphQLUnionType) Objects.requireNonNull(schema.getType("_Entity")))
                .getTypes().stream().map(GraphQLNamedType::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> fieldsOf(String type) {
        return object(type).getFieldDefinitions().stream()
                .map(field -> type + "." + field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An operation of that root field alone. */
    String operation(String root, Values values) {
        String type = root.substring(0, root.indexOf('.'));
        var field = field(root);
        return (type.equals("Query") ? "query " : "mutation ") + "{ " + call(field, List.of(), values, true)
                + selection(field.getType(), Set.of(), DEEPEST, values) + " }";
    }

    /** Operations of it with the id in one argument after the other; one with none if none takes an id. */
    List<String> operations(String root, String id) {
        var operations = places().stream()
                .filter(place -> place.root().equals(root) && place.isForIds())
                .map(place -> operation(root, Values.with(place.path(), id)))
                .toList();
        return operations.isEmpty() ? List.of(operation(root, Values::plausible)) : operations;
    }

    /** All that can be selected of a type, without braces. */
    String everythingOf(String type, Values values) {
        return selection(object(type), Set.of(), DEEPEST, values);
    }

    /** One field of a type, with all that can be selected below. */
    String selectionOf(String coordinate, Values values) {
        var field = field(coordinate);
        String type = coordinate.substring(0, coordinate.indexOf('.'));
        return call(field, List.of(), values, false) + selection(field.getType(), Set.of(type), DEEPEST, values);
    }

    /** Each place in the arguments of root fields where a string or an id is taken. */
    List<Place> places() {
        var places = new ArrayList<Place>();
        for (String root : rootFields()) {
            field(root)
                    .getArguments()
                    .forEach(argument ->
                            collect(root, List.of(argument.getName()), argument.getType(), new HashSet<>(), places));
        }
        return places;
    }

    private void collect(String root, List<String> path, GraphQLInputType type, Set<String> seen, List<Place> places) {
        var named = GraphQLTypeUtil.unwrapAll(type);
        if (named.getName().equals("String") || named.getName().equals("ID")) {
            places.add(new Place(root, path));
        } else if (named instanceof GraphQLInputObjectType input && seen.add(input.getName())) {
            input.getFieldDefinitions().forEach(field -> {
                var longer = new ArrayList<>(path);
                longer.add(field.getName());
                collect(root, List.copyOf(longer), field.getType(), new HashSet<>(seen), places);
            });
        }
    }

    private String call(GraphQLFieldDefinition field, List<String> path, Values values, boolean all) {
        var given = field.getArguments().stream()
                .filter(argument -> all || GraphQLTypeUtil.isNonNull(argument.getType()))
                .map(argument -> argument(argument, path, values))
                .collect(Collectors.joining(", "));
        return field.getName() + (given.isEmpty() ? "" : "(" + given + ")");
    }

    private String argument(GraphQLArgument argument, List<String> path, Values values) {
        return argument.getName() + ": " + value(append(path, argument.getName()), argument.getType(), values);
    }

    private String value(List<String> path, GraphQLType type, Values values) {
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList list) {
            return "[" + value(path, list.getWrappedType(), values) + "]";
        }
        if (nullable instanceof GraphQLEnumType choices) {
            return choices.getValues().getLast().getName();
        }
        if (nullable instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .map(field ->
                            field.getName() + ": " + value(append(path, field.getName()), field.getType(), values))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return switch (((GraphQLNamedType) nullable).getName()) {
            case "Int", "Float" -> "1";
            case "Boolean" -> "true";
            case "DateTime" -> "\"2026-11-20T09:30:00Z\"";
            case "_Any" -> "{__typename: \"User\"}";
            default -> JsonMapper.shared().writeValueAsString(values.at(path));
        };
    }

    private String selection(GraphQLType type, Set<String> above, int depth, Values values) {
        var named = GraphQLTypeUtil.unwrapAll(type);
        if (!(named instanceof GraphQLObjectType object)) {
            return named instanceof GraphQLUnionType ? " { __typename }" : "";
        }
        var names = new HashSet<>(above);
        names.add(object.getName());
        var fields = object.getFieldDefinitions().stream()
                .map(field -> member(field, names, depth - 1, values))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return " { __typename " + fields + " }";
    }

    private @Nullable String member(GraphQLFieldDefinition field, Set<String> above, int depth, Values values) {
        var named = GraphQLTypeUtil.unwrapAll(field.getType());
        if (named instanceof GraphQLObjectType && (depth == 0 || above.contains(named.getName()))) {
            return null;
        }
        return call(field, List.of(), values, false) + selection(field.getType(), above, depth, values);
    }

    private static List<String> append(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private GraphQLFieldDefinition field(String coordinate) {
        int dot = coordinate.indexOf('.');
        return Objects.requireNonNull(
                object(coordinate.substring(0, dot)).getFieldDefinition(coordinate.substring(dot + 1)), coordinate);
    }

    private GraphQLObjectType object(String name) {
        return Objects.requireNonNull(schema.getObjectType(name), name);
    }

    /** The text for each place in the arguments. */
    interface Values {

        String at(List<String> path);

        /** Ids of nothing, in the form that the place's name suggests, and plausible text. */
        static String plausible(List<String> path) {
            String name = path.getLast();
            return switch (name) {
                case "productId", "variantId", "userId" ->
                    name.substring(0, name.length() - 2) + "_01h455vb4pex5vsknk084sn99q";
                case "email" -> "nobody@example.com";
                case "password", "newPassword" -> "correct horse battery";
                case "version" -> "2026-11";
                case "countryCode" -> "KR";
                case "postalCode" -> "04524";
                case "phone" -> "+82 2 1234 5678";
                default -> "plausible-text-0123456789";
            };
        }

        /** One place gets that text, all others something plausible. */
        static Values with(List<String> place, String text) {
            return path -> path.equals(place) ? text : plausible(path);
        }
    }
}
