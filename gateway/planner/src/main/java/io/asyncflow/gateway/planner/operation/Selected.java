package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a selection set holds. */
public sealed interface Selected {

    /**
     * A field.
     *
     * @param key its name in the response
     * @param directives what the client wrote there, {@code @skip} and {@code @include} aside
     * @param conditions all must hold for the field to be answered
     * @param deferral the {@code @defer} it belongs to, or null where it comes with what is around it
     * @param type as the supergraph declares it
     * @param selections null for a scalar or enum
     */
    record Field(
            String key,
            String name,
            List<Argument> arguments,
            List<Directive> directives,
            List<Condition> conditions,
            @Nullable Deferral deferral,
            TypeRef type,
            @Nullable SelectionSet selections)
            implements Selected {

        public Field {
            arguments = List.copyOf(arguments);
            directives = List.copyOf(directives);
            conditions = List.copyOf(conditions);
        }
    }

    /** Fields for values of the type only, which is narrower than that of the selection set around it. */
    record Fragment(String type, List<Field> fields) implements Selected {

        public Fragment {
            fields = List.copyOf(fields);
        }
    }
}
