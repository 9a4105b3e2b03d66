package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value.NullValue;
import io.asyncflow.gateway.language.VariableDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of an operation are declared once, with input types, used, and fit where they are used. */
final class Variables {

    private final OperationDefinition operation;
    private final Map<String, VariableDefinition> declared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Walk walk;

    private Variables(OperationDefinition operation, Walk walk) {
        this.operation = operation;
        this.walk = walk;
    }

    /**
     * @param walk that of the operation
     * @param fragments those of all fragments that it spreads
     */
    static void check(OperationDefinition operation, Walk walk, List<Walk> fragments, Meter meter) {
        var variables = new Variables(operation, walk);
        variables.declarations();
        walk.usages().forEach(variables::usage);
        for (Walk fragment : fragments) {
            for (Walk.Usage usage : fragment.usages()) {
                meter.visit();
                variables.usage(usage);
            }
        }
        for (VariableDefinition variable : variables.declared.values()) {
            if (!variables.used.contains(variable.name())) {
                walk.wrong(variable.position(), "The variable $" + variable.name() + " is not used.");
            }
        }
    }

    private void declarations() {
        for (VariableDefinition variable : operation.variables()) {
            if (declared.putIfAbsent(variable.name(), variable) != null) {
                walk.wrong(variable.position(), "The variable $" + variable.name() + " is declared twice.");
            }
            new Directives(walk).check(variable.directives(), "VARIABLE_DEFINITION");
            String type = variable.type().name();
            if (!isInput(type)) {
                noInput(variable, type);
            } else if (variable.defaultValue() != null) {
                new Literals(walk).check(variable.defaultValue(), variable.type(), false, variable.position());
            }
        }
    }

    private void noInput(VariableDefinition variable, String type) {
        walk.wrong(
                variable.position(),
                walk.api().types().containsKey(type)
                        ? "A variable cannot be a " + type + ": only input types, enums and scalars can be sent."
                        : "There is no type " + type + "."
                                + Spelling.suggestion(type, walk.api().types().keySet()));
    }

    private boolean isInput(String name) {
        TypeDefinition type = walk.api().types().get(name);
        return type instanceof InputDefinition || type instanceof EnumDefinition || type instanceof ScalarDefinition;
    }

    private void usage(Walk.Usage usage) {
        used.add(usage.variable());
        VariableDefinition variable = declared.get(usage.variable());
        if (variable == null) {
            walk.wrong(
                    usage.position(),
                    "The variable $" + usage.variable() + " is not declared."
                            + Spelling.suggestion(usage.variable(), declared.keySet()));
        } else if (!fits(variable, usage)) {
            walk.wrong(
                    usage.position(),
                    "The variable $" + usage.variable() + " is a " + variable.type() + ", and " + usage.expected()
                            + " is needed.");
        }
    }

    private static boolean fits(VariableDefinition variable, Walk.Usage usage) {
        if (usage.expected() == null) {
            return true;
        }
        if (usage.expected() instanceof NonNullType(TypeRef expected)
                && !variable.type().isNonNull()) {
            boolean neverNull =
                    !usage.only() && variable.defaultValue() != null && !(variable.defaultValue() instanceof NullValue);
            return (neverNull || usage.hasDefault()) && fits(variable.type(), expected);
        }
        return fits(variable.type(), usage.expected());
    }

    private static boolean fits(TypeRef given, TypeRef expected) {
        if (given instanceof NonNullType(TypeRef of)) {
            return fits(of, expected.nullable());
        }
        if (expected instanceof NonNullType) {
            return false;
        }
        if (given instanceof ListType(TypeRef element) && expected instanceof ListType(TypeRef needed)) {
            return fits(element, needed);
        }
        return given.equals(expected);
    }
}
