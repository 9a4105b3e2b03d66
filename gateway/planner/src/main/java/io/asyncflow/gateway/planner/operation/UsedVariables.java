package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables that still matter once an operation is normalised. */
final class UsedVariables {

    private final Set<String> names = new HashSet<>();

    private UsedVariables() {}

    static Set<String> of(OperationDefinition operation, SelectionSet selections, KeyOrder order) {
        if (operation.variables().isEmpty()) {
            return Set.of();
        }
        UsedVariables used = new UsedVariables();
        used.addDirectives(operation.directives());
        operation.variables().forEach(variable -> used.addDirectives(variable.directives()));
        used.add(selections);
        used.names.addAll(order.variables());
        return used.names;
    }

    static boolean none(Value value) {
        return switch (value) {
            case Value.VariableValue _ -> false;
            case Value.ListValue(List<Value> values) -> {
                for (Value each : values) {
                    if (!none(each)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Value.ObjectValue(Map<String, Value> fields) -> {
                for (Value each : fields.values()) {
                    if (!none(each)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> true;
        };
    }

    private void add(SelectionSet set) {
        for (Selected selected : set.selections()) {
            switch (selected) {
                case Selected.Field field -> add(field);
                case Selected.Fragment fragment -> fragment.fields().forEach(this::add);
            }
        }
    }

    private void add(Selected.Field field) {
        addArguments(field.arguments());
        addDirectives(field.directives());
        for (Condition condition : field.conditions()) {
            names.add(condition.variable());
        }
        if (field.selections() != null) {
            add(field.selections());
        }
    }

    private void addDirectives(List<Directive> directives) {
        for (Directive directive : directives) {
            addArguments(directive.arguments());
        }
    }

    private void addArguments(List<Argument> arguments) {
        for (Argument argument : arguments) {
            add(argument.value());
        }
    }

    private void add(Value value) {
        switch (value) {
            case Value.VariableValue(String name) -> names.add(name);
            case Value.ListValue(List<Value> values) -> values.forEach(this::add);
            case Value.ObjectValue(Map<String, Value> fields) -> fields.values().forEach(this::add);
            case Value.IntValue _,
                    Value.FloatValue _,
                    Value.StringValue _,
                    Value.BooleanValue _,
                    Value.NullValue _,
                    Value.EnumValue _ -> {}
        }
    }
}
