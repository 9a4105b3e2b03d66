package io.asyncflow.gateway.executor.variables;

import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.planner.api.Api;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether JSON values fit the input types of a schema. */
final class InputTypes {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int LONGEST_SHOWN = 100;

    /** More do not help anybody. */
    private static final int MOST_PROBLEMS = 100;

    private final Api api;

    InputTypes(Api api) {
        this.api = api;
    }

    void check(TypeRef type, @Nullable Object value, String where, List<String> problems) {
        if (value == null) {
            if (type.isNonNull()) {
                problems.add(where + " cannot be null: its type is " + type);
            }
        } else if (type.nullable() instanceof ListType(TypeRef of)) {
            list(of, value, where, problems);
        } else {
            named(type.name(), value, where, problems);
        }
    }

    /** A single value stands for a list of one. */
    private void list(TypeRef of, Object value, String where, List<String> problems) {
        if (!(value instanceof List<?> items)) {
            check(of, value, where, problems);
            return;
        }
        for (int i = 0; i < items.size() && problems.size() < MOST_PROBLEMS; i++) {
            check(of, items.get(i), where + "[" + i + "]", problems);
        }
    }

    private void named(String type, Object value, String where, List<String> problems) {
        TypeDefinition definition = api.types().get(type);
        if (definition instanceof InputDefinition input) {
            object(input, value, where, problems);
        } else if (definition instanceof EnumDefinition values) {
            boolean known =
                    values.values().stream().anyMatch(each -> each.name().equals(value));
            if (!known) {
                problems.add(where + " is " + shown(value) + ", which is no value of " + type);
            }
        } else if (!fits(type, value)) {
            problems.add(where + " is " + shown(value) + ", which is no " + type);
        }
    }

    private static boolean fits(String scalar, Object value) {
        return switch (scalar) {
            case "Int" ->
                value instanceof BigDecimal number
                        && isWhole(number)
                        && number.compareTo(LEAST) >= 0
                        && number.compareTo(MOST) <= 0;
            case "Float" -> value instanceof BigDecimal;
            case "String" -> value instanceof String;
            case "Boolean" -> value instanceof Boolean;
            case "ID" -> value instanceof String || value instanceof BigDecimal number && isWhole(number);
            default -> true;
        };
    }

    /** Without writing the number out, which may have a million digits. */
    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private void object(InputDefinition input, Object value, String where, List<String> problems) {
        if (!(value instanceof Map<?, ?> fields)) {
            problems.add(where + " is " + shown(value) + ", which is no " + input.name());
            return;
        }
        Map<String, InputValueDefinition> known = api.inputFields(input.name());
        for (Object name : fields.keySet()) {
            if (!known.containsKey(String.valueOf(name)) && problems.size() < MOST_PROBLEMS) {
                problems.add(where + " has a field " + shown(name) + ", which " + input.name() + " does not have");
            }
        }
        known.values().forEach(field -> field(field, fields, where, problems));
        if (input.directives().stream().anyMatch(each -> each.name().equals("oneOf"))) {
            oneOf(input, fields, where, problems);
        }
    }

    private void field(InputValueDefinition field, Map<?, ?> fields, String where, List<String> problems) {
        if (fields.containsKey(field.name())) {
            check(field.type(), fields.get(field.name()), where + "." + field.name(), problems);
        } else if (field.type().isNonNull() && field.defaultValue() == null) {
            problems.add(where + " lacks the field " + field.name() + ", whose type is " + Printer.print(field.type()));
        }
    }

    private static void oneOf(InputDefinition input, Map<?, ?> fields, String where, List<String> problems) {
        if (fields.size() != 1 || fields.values().stream().anyMatch(Objects::isNull)) {
            problems.add(where + " needs exactly one field that is not null, as " + input.name() + " has @oneOf");
        }
    }

    private static String shown(@Nullable Object value) {
        String text = value instanceof String string ? '"' + string + '"' : String.valueOf(value);
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + " ...";
    }
}
