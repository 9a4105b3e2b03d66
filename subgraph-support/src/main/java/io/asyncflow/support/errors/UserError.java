package io.asyncflow.support.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a mutation could not do for a reason that its caller can act on.
 *
 * @param field the path of the input that it is about, null when it is about no single one
 * @param code a value of the subgraph's {@code ErrorCode}
 */
public record UserError(@Nullable List<String> field, String message, Enum<?> code) {

    public UserError {
        field = field == null ? null : List.copyOf(field);
    }

    public static UserError of(Enum<?> code, String message, String... field) {
        return new UserError(field.length == 0 ? null : List.of(field), message, code);
    }
}
