package io.asyncflow.gateway.language;

/** Prints operations and fragments. */
final class ExecutablePrinter {

    private final Writer writer;
    private final ValuePrinter values;
    private final SelectionPrinter selections;

    ExecutablePrinter(Writer writer) {
        this.writer = writer;
        this.values = new ValuePrinter(writer);
        this.selections = new SelectionPrinter(writer);
    }

    void operation(OperationDefinition operation) {
        if (!isShorthand(operation)) {
            head(operation);
        }
        selections.block(operation.selections());
    }

    void fragment(FragmentDefinition fragment) {
        writer.add("fragment ").add(fragment.name()).add(" on ").add(fragment.typeCondition());
        values.directives(fragment.directives());
        writer.add(" ");
        selections.block(fragment.selections());
    }

    private void head(OperationDefinition operation) {
        writer.add(operation.type().keyword());
        writer.add(operation.name() == null ? "" : " " + operation.name());
        if (!operation.variables().isEmpty()) {
            writer.add(operation.name() == null ? " (" : "(");
            writer.joined(operation.variables(), ", ", this::variable);
            writer.add(")");
        }
        values.directives(operation.directives());
        writer.add(" ");
    }

    private void variable(VariableDefinition variable) {
        writer.add("$").add(variable.name()).add(": ").add(variable.type().toString());
        Value defaultValue = variable.defaultValue();
        if (defaultValue != null) {
            writer.add(" = ");
            values.value(defaultValue);
        }
        values.directives(variable.directives());
    }

    private static boolean isShorthand(OperationDefinition operation) {
        return operation.type() == OperationType.QUERY
                && operation.name() == null
                && operation.variables().isEmpty()
                && operation.directives().isEmpty();
    }
}
