package io.asyncflow.gateway.executor.variables;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.language.VariableDefinition;
import io.asyncflow.gateway.planner.api.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what a client gives for its variables. What fits is passed on as it was written. */
public final class Variables {

    private final InputTypes types;

    public Variables(Api api) {
        types = new InputTypes(api);
    }

    /**
     * The values of the declared variables, defaults included; none for what is neither given nor has one.
     *
     * @param given a JSON object, or null
     * @throws VariablesException with all that does not fit
     */
    public Map<String, Json> of(List<VariableDefinition> declared, @Nullable Json given) {
        Map<String, Json> fields = fields(given);
        Map<String, Json> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (VariableDefinition variable : declared) {
            add(variable, fields.get(variable.name()), values, problems);
        }
        if (!problems.isEmpty()) {
            throw new VariablesException(problems);
        }
        return values;
    }

    private static Map<String, Json> fields(@Nullable Json given) {
        if (given == null || given.equals(Json.NULL)) {
            return Map.of();
        }
        try {
            return JsonValues.fields(given);
        } catch (JsonException malformed) {
            throw new VariablesException(List.of("The variables are not a JSON object"));
        }
    }

    private void add(
            VariableDefinition variable, @Nullable Json value, Map<String, Json> values, List<String> problems) {
        if (value != null) {
            int before = problems.size();
            check(variable, value, problems);
            if (problems.size() == before) {
                values.put(variable.name(), value);
            }
        } else if (variable.defaultValue() != null) {
            values.put(variable.name(), Literals.json(variable.defaultValue()));
        } else if (variable.type().isNonNull()) {
            problems.add("The variable $" + variable.name() + " needs a value");
        }
    }

    private void check(VariableDefinition variable, Json value, List<String> problems) {
        String where = "$" + variable.name();
        try {
            types.check(variable.type(), JsonValues.read(value), where, problems);
        } catch (JsonException unreadable) {
            problems.add(where + " cannot be read: " + unreadable.getMessage());
        }
    }
}
