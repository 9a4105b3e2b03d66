package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.planner.validation.Spelling;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which operation of a document is meant. */
final class OperationChoice {

    private OperationChoice() {}

    /** Refuses a name that no operation has, and a document that leaves the choice open. */
    static void check(Query query, Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .toList();
        List<String> names = operations.stream()
                .map(OperationDefinition::name)
                .filter(Objects::nonNull)
                .toList();
        if (name != null && !names.contains(name)) {
            throw new WrongUsage("There is no operation '" + name + "' in " + query.place() + "."
                    + Spelling.suggestion(name, names) + known(names));
        }
        if (name == null && operations.size() > 1) {
            throw new WrongUsage("There are " + operations.size() + " operations in " + query.place()
                    + "; choose one with --operation NAME." + known(names));
        }
    }

    private static String known(List<String> names) {
        return names.isEmpty() ? " None has a name." : " The names are " + String.join(", ", names) + ".";
    }
}
