package io.asyncflow.gateway.executor.introspection;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.variables.Literals;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.api.Introspection;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers {@code __schema} and {@code __type}. */
public final class Introspector {

    private final SchemaThings things;

    public Introspector(Api api) {
        things = new SchemaThings(Introspection.complete(api));
    }

    /**
     * @param variables the values of the operation's variables
     */
    public Json answer(Selected.Field field, Map<String, Json> variables) {
        JsonWriter writer = new JsonWriter(1 << 10);
        new Answer(variables, writer).write(things.root(), field);
        return writer.toJson();
    }

    private record Answer(Map<String, Json> variables, JsonWriter writer) {

        void write(Thing thing, Selected.Field field) {
            Object value = field.name().equals("__typename")
                    ? thing.typename()
                    : thing.get(field.name(), name -> argument(field, name));
            value(value, field.selections());
        }

        private void value(@Nullable Object value, @Nullable SelectionSet selections) {
            switch (value) {
                case Thing thing when selections != null -> object(thing, selections);
                case List<?> items -> list(items, selections);
                case null, default -> JsonValues.write(value, writer);
            }
        }

        private void list(List<?> items, @Nullable SelectionSet selections) {
            writer.add('[');
            for (int i = 0; i < items.size(); i++) {
                writer.raw(i == 0 ? "" : ",");
                value(items.get(i), selections);
            }
            writer.add(']');
        }

        /** All types of introspection are object types, so that there are no fragments. */
        private void object(Thing thing, SelectionSet selections) {
            writer.add('{');
            boolean first = true;
            for (Selected selected : selections.selections()) {
                if (selected instanceof Selected.Field field
                        && field.conditions().stream().allMatch(this::holds)) {
                    writer.raw(first ? "" : ",").string(field.key()).add(':');
                    first = false;
                    write(thing, field);
                }
            }
            writer.add('}');
        }

        private boolean holds(Condition condition) {
            return Objects.equals(variables.get(condition.variable()), Json.of(Boolean.toString(condition.expected())));
        }

        private @Nullable Object argument(Selected.Field field, String name) {
            for (Argument argument : field.arguments()) {
                if (argument.name().equals(name)) {
                    return argument.value() instanceof Value.VariableValue(String variable)
                            ? read(variables.get(variable))
                            : read(Literals.json(argument.value()));
                }
            }
            return null;
        }

        private static @Nullable Object read(@Nullable Json value) throws JsonException {
            return value == null ? null : JsonValues.read(value);
        }
    }
}
