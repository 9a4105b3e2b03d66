package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.api.Api;
import io.asyncflow.gateway.cli.words.Spelling;
import io.asyncflow.gateway.language.FragmentDefinition;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of an operation are declared once, with input types, used, and fit where they are used. */
final class Variables {

    private static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final OperationDefinition operation;
    private final Map<String, VariableDefinition> declared = new LinkedHashMap<>();
    private final Walk walk;

    private Variables(OperationDefinition operation, Api api) {
        this.operation = operation;
        this.walk = new Walk(api, Map.<String, FragmentDefinition>of());
    }

    static List<OperationError> check(OperationDefinition operation, List<Walk> reached, Api api) {
        var variables = new Variables(operation, api);
        variables.declarations();
        for (Walk part : reached) {
            part.usages().forEach(variables::usage);
        }
        for (VariableDefinition variable : variables.declared.values()) {
            if (reached.stream()
                    .flatMap(part -> part.usages().stream())
                    .noneMatch(usage -> usage.variable().equals(variable.name()))) {
                variables.walk.wrong(variable.position(), "The variable $" + variable.name() + " is not used.");
            }
        }
        return variables.walk.errors();
    }

    private void declarations() {
        for (VariableDefinition variable : operation.variables()) {
            if (declared.putIfAbsent(variable.name(), variable) != null) {
                walk.wrong(variable.position(), "The variable $" + variable.name() + " is declared twice.");
            }
            new Directives(walk).check(variable.directives(), "VARIABLE_DEFINITION");
            String type = variable.type().name();
            if (!isInput(type)) {
                walk.wrong(
                        variable.position(),
                        walk.api().types().containsKey(type)
                                ? "A variable cannot be a " + type
                                        + ": only input types, enums and scalars can be sent."
                                : "There is no type " + type + "."
                                        + Spelling.suggestion(
                                                type, walk.api().types().keySet()));
            } else if (variable.defaultValue() != null) {
                new Literals(walk).check(variable.defaultValue(), variable.type(), false, variable.position());
            }
        }
    }

    private boolean isInput(String name) {
        TypeDefinition type = walk.api().types().get(name);
        return type instanceof InputDefinition
                || type instanceof EnumDefinition
                || type instanceof ScalarDefinition
                || SCALARS.contains(name);
    }

    private void usage(Walk.Usage usage) {
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
        if (usage.expected() instanceof NonNullType(TypeRef expected)
                && !variable.type().isNonNull()) {
            boolean neverNull = variable.defaultValue() != null && !(variable.defaultValue() instanceof NullValue);
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
