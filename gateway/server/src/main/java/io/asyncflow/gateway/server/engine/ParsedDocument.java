package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.VariableValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param deferVariables those on which it depends what is deferred: each choice has a plan of its own; true where it is
 *     deferred unless the client gives a value
 */
record ParsedDocument(Document document, Map<String, Boolean> deferVariables) {

    private static final Value NO = new Value.BooleanValue(false);

    ParsedDocument {
        deferVariables = Map.copyOf(deferVariables);
    }

    static ParsedDocument of(Document document) {
        Set<String> variables = new LinkedHashSet<>();
        for (Definition definition : document.definitions()) {
            switch (definition) {
                case OperationDefinition operation -> collect(operation.selections(), variables);
                case FragmentDefinition fragment -> collect(fragment.selections(), variables);
                default -> {}
            }
        }
        Map<String, Boolean> defaults = new HashMap<>();
        variables.forEach(name -> defaults.put(name, !isFalse(document, name)));
        return new ParsedDocument(document, defaults);
    }

    private static boolean isFalse(Document document, String variable) {
        return document.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .flatMap(definition -> ((OperationDefinition) definition).variables().stream())
                .anyMatch(each -> each.name().equals(variable) && NO.equals(each.defaultValue()));
    }

    /** The variables of {@code @defer(if:)} that are true for the client's values. */
    Set<String> defers(@Nullable Json given) {
        if (deferVariables.isEmpty()) {
            return Set.of();
        }
        Map<String, Json> fields = given == null ? Map.of() : JsonValues.fields(given);
        Set<String> defers = new HashSet<>();
        deferVariables.forEach((name, byDefault) -> {
            Json value = fields.get(name);
            if (value == null ? byDefault : !value.toString().equals("false")) {
                defers.add(name);
            }
        });
        return defers;
    }

    /** The document where nothing is deferred. */
    static Document withoutDefer(Document document) {
        return new Document(document.definitions().stream()
                .map(definition -> switch (definition) {
                    case OperationDefinition(
                            var type,
                            var name,
                            var variables,
                            var directives,
                            var selections,
                            var at) ->
                        new OperationDefinition(type, name, variables, directives, withoutDefer(selections), at);
                    case FragmentDefinition(var name, var type, var directives, var selections, var at) ->
                        new FragmentDefinition(name, type, directives, withoutDefer(selections), at);
                    default -> definition;
                })
                .toList());
    }

    private static List<Selection> withoutDefer(List<Selection> selections) {
        return selections.stream()
                .<Selection>map(selection -> switch (selection) {
                    case Selection.Field(var alias, var name, var arguments, var directives, var below, var at) ->
                        new Selection.Field(alias, name, arguments, directives, withoutDefer(below), at);
                    case Selection.InlineFragment(var type, var directives, var below, var at) ->
                        new Selection.InlineFragment(type, others(directives), withoutDefer(below), at);
                    case Selection.FragmentSpread(var name, var directives, var at) ->
                        new Selection.FragmentSpread(name, others(directives), at);
                })
                .toList();
    }

    private static List<Directive> others(List<Directive> directives) {
        return directives.stream()
                .filter(directive -> !directive.name().equals("defer"))
                .toList();
    }

    private static void collect(List<Selection> selections, Set<String> variables) {
        for (Selection selection : selections) {
            selection.directives().stream()
                    .filter(directive -> directive.name().equals("defer"))
                    .forEach(directive -> collect(directive, variables));
            switch (selection) {
                case Selection.Field field -> collect(field.selections(), variables);
                case Selection.InlineFragment fragment -> collect(fragment.selections(), variables);
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private static void collect(Directive defer, Set<String> variables) {
        for (Argument argument : defer.arguments()) {
            if (argument.name().equals("if") && argument.value() instanceof VariableValue(String name)) {
                variables.add(name);
            }
        }
    }
}
