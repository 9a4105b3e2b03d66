package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes selections as the GraphQL specification says; {@code @defer} changes nothing. */
final class Interpreter {

    private final View view;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;

    Interpreter(View view, Map<String, FragmentDefinition> fragments, Map<String, Object> variables) {
        this.view = view;
        this.fragments = fragments;
        this.variables = variables;
    }

    Map<String, Object> answer(Seen object, List<Selection> selections) {
        Map<String, List<Selection.Field>> collected = new LinkedHashMap<>();
        collect(object, selections, collected);
        Map<String, Object> answer = new LinkedHashMap<>();
        collected.forEach((key, fields) -> answer.put(key, field(object, fields)));
        return answer;
    }

    private void collect(Seen object, List<Selection> selections, Map<String, List<Selection.Field>> into) {
        for (Selection selection : selections) {
            if (isLeftOut(selection.directives())) {
                continue;
            }
            switch (selection) {
                case Selection.Field field ->
                    into.computeIfAbsent(field.responseName(), _ -> new ArrayList<>())
                            .add(field);
                case Selection.InlineFragment fragment -> {
                    if (fragment.typeCondition() == null || view.is(object, fragment.typeCondition())) {
                        collect(object, fragment.selections(), into);
                    }
                }
                case Selection.FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.name());
                    if (view.is(object, fragment.typeCondition())) {
                        collect(object, fragment.selections(), into);
                    }
                }
            }
        }
    }

    private boolean isLeftOut(List<Directive> directives) {
        return directives.stream()
                .anyMatch(directive -> (directive.name().equals("skip") && condition(directive))
                        || (directive.name().equals("include") && !condition(directive)));
    }

    private boolean condition(Directive directive) {
        return switch (directive.argument("if")) {
            case Value.BooleanValue(boolean value) -> value;
            case Value.VariableValue(String name) when variables.get(name) instanceof Boolean value -> value;
            case null, default -> throw new Violation("@" + directive.name() + " has no Boolean value");
        };
    }

    private @Nullable Object field(Seen object, List<Selection.Field> fields) {
        Selection.Field first = fields.getFirst();
        if (first.name().equals("__typename")) {
            return object.as();
        }
        List<Selection> below = new ArrayList<>();
        fields.forEach(field -> below.addAll(field.selections()));
        return complete(view.value(object, first, variables), below);
    }

    private @Nullable Object complete(@Nullable Object value, List<Selection> below) {
        if (value instanceof Seen object) {
            return answer(object, below);
        }
        if (value instanceof List<?> values) {
            List<Object> completed = new ArrayList<>();
            values.forEach(item -> completed.add(complete(item, below)));
            return completed;
        }
        return value;
    }
}
