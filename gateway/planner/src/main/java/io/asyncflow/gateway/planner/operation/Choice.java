package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.planner.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of a document's operations is meant. */
final class Choice {

    private static final String CODE = "OPERATION_RESOLUTION_FAILURE";

    private Choice() {}

    static OperationDefinition of(Document document, @Nullable String name) {
        List<OperationDefinition> operations = operations(document);
        if (operations.isEmpty()) {
            throw wrong("The document has no operation; add a query, mutation or subscription.");
        }
        if (name == null) {
            if (operations.size() > 1) {
                throw wrong("The document has several operations; say in operationName which one to execute: "
                        + names(operations) + ".");
            }
            return operations.getFirst();
        }
        for (OperationDefinition operation : operations) {
            if (name.equals(operation.name())) {
                return operation;
            }
        }
        throw wrong("The document has no operation " + name + "; give operationName one of its names"
                + (names(operations).isEmpty() ? ", or leave it out." : ": " + names(operations) + "."));
    }

    private static List<OperationDefinition> operations(Document document) {
        List<OperationDefinition> operations = new ArrayList<>(1);
        document.definitions().forEach(definition -> {
            if (definition instanceof OperationDefinition operation) {
                operations.add(operation);
            }
        });
        return operations;
    }

    private static String names(List<OperationDefinition> operations) {
        return operations.stream()
                .filter(operation -> operation.name() != null)
                .limit(10)
                .map(OperationDefinition::name)
                .collect(Collectors.joining(", "));
    }

    private static OperationException wrong(String message) {
        return new OperationException(List.of(new Problem(CODE, message, List.of())));
    }
}
