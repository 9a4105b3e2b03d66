package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.planner.operation.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects what is asked of an object of one type, as the specification has it, which decides the order of its keys. */
final class KeysInOrder {

    private final Schema schema;
    private final Predicate<Condition> holds;
    private final Map<String, FragmentDefinition> fragments;
    private final int type;
    private final Set<String> spread = new HashSet<>();
    private final Map<String, List<Selection.Field>> fields = new LinkedHashMap<>();

    /**
     * @param type the object's, or a negative number where nothing depends on it
     */
    KeysInOrder(Schema schema, Predicate<Condition> holds, Map<String, FragmentDefinition> fragments, int type) {
        this.schema = schema;
        this.holds = holds;
        this.fragments = fragments;
        this.type = type;
    }

    Map<String, List<Selection.Field>> of(List<List<Selection>> asked) {
        asked.forEach(this::collect);
        return fields;
    }

    private void collect(List<Selection> selections) {
        for (Selection selection : selections) {
            if (selection.directives().stream().allMatch(this::holds)) {
                switch (selection) {
                    case Selection.Field field ->
                        fields.computeIfAbsent(field.responseName(), _ -> new ArrayList<>())
                                .add(field);
                    case Selection.InlineFragment fragment -> {
                        if (fragment.typeCondition() == null || isOf(fragment.typeCondition())) {
                            collect(fragment.selections());
                        }
                    }
                    case Selection.FragmentSpread named -> spread(fragments.get(named.name()));
                }
            }
        }
    }

    private void spread(@Nullable FragmentDefinition fragment) {
        if (fragment != null && isOf(fragment.typeCondition()) && spread.add(fragment.name())) {
            collect(fragment.selections());
        }
    }

    private boolean isOf(String condition) {
        return type == TypeNames.UNKNOWN || schema.isA(type, condition);
    }

    private boolean holds(Directive condition) {
        boolean expected = condition.name().equals("include");
        return switch (condition.argument("if")) {
            case Value.BooleanValue(boolean value) -> value == expected;
            case Value.VariableValue(String name) -> holds.test(new Condition(name, expected));
            case null, default -> true;
        };
    }
}
