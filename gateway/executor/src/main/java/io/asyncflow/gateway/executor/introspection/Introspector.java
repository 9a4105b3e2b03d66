package io.asyncflow.gateway.executor.introspection;

import io.asyncflow.gateway.executor.json.Allowance;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.json.OversizeException;
import io.asyncflow.gateway.executor.variables.Literals;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.api.Introspection;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.Selected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers {@code __schema} and {@code __type}. */
public final class Introspector {

    private final SchemaThings things;

    public Introspector(Api api) {
        things = new SchemaThings(Introspection.complete(api));
    }

    /**
     * Answers the root's fields whose conditions hold, by their keys: those of one key together.
     *
     * @param variables the values of the operation's variables
     * @param memory how many bytes the answers may take
     * @throws OversizeException where they take more
     */
    public Map<String, Json> answer(List<Selected.Field> fields, Map<String, Json> variables, long memory) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, Json> answers = new LinkedHashMap<>();
        Allowance allowance = new Allowance();
        allowance.begin(memory);
        new Answer(variables, new JsonWriter(0)).byKey(fields).forEach((key, twins) -> {
            JsonWriter writer = new JsonWriter(1 << 10, allowance);
            new Answer(variables, writer).write(things.root(), twins);
            answers.put(key, writer.toJson());
        });
        return answers;
    }

    private record Answer(Map<String, Json> variables, JsonWriter writer) {

        /**
         * @param twins fields of one key: they ask for the same, but perhaps not for the same of it
         */
        void write(Thing thing, List<Selected.Field> twins) {
            Selected.Field field = twins.getFirst();
            Object value = field.name().equals("__typename")
                    ? thing.typename()
                    : thing.get(field.name(), name -> argument(field, name));
            value(value, below(twins));
        }

        /** All types of introspection are object types, so that there are no fragments. */
        private static List<Selected.Field> below(List<Selected.Field> twins) {
            return twins.stream()
                    .map(Selected.Field::selections)
                    .filter(Objects::nonNull)
                    .flatMap(set -> set.selections().stream())
                    .filter(Selected.Field.class::isInstance)
                    .map(Selected.Field.class::cast)
                    .toList();
        }

        private Map<String, List<Selected.Field>> byKey(List<Selected.Field> fields) {
            return fields.stream()
                    .filter(field -> field.conditions().stream().allMatch(this::holds))
                    .collect(Collectors.groupingBy(Selected.Field::key, LinkedHashMap::new, Collectors.toList()));
        }

        private void value(@Nullable Object value, List<Selected.Field> below) {
            switch (value) {
                case Thing thing -> object(thing, below);
                case List<?> items -> list(items, below);
                case null, default -> JsonValues.write(value, writer);
            }
        }

        private void list(List<?> items, List<Selected.Field> below) {
            writer.add('[');
            for (int i = 0; i < items.size(); i++) {
                writer.raw(i == 0 ? "" : ",");
                value(items.get(i), below);
            }
            writer.add(']');
        }

        private void object(Thing thing, List<Selected.Field> below) {
            writer.add('{');
            String separator = "";
            for (Map.Entry<String, List<Selected.Field>> each : byKey(below).entrySet()) {
                writer.raw(separator).string(each.getKey()).add(':');
                separator = ",";
                write(thing, each.getValue());
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
