package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.VariableDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document came to. */
sealed interface Prepared {

    /** That it cannot be executed. */
    record Refused(Outcome.Single outcome) implements Prepared {}

    /**
     * An operation that only needs its variables.
     *
     * @param declared the client's variables that are in use
     * @param literals the values of variables that stand for literals
     */
    record Ready(@Nullable String name, Program program, List<VariableDefinition> declared, Map<String, Json> literals)
            implements Prepared {

        public Ready {
            declared = List.copyOf(declared);
            literals = Ordered.copyOf(literals);
        }
    }
}
