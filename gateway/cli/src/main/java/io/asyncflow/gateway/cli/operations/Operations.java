package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.api.Api;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a document's operations can be executed on a schema: the fields, arguments, types, fragments, variables and
 * directives that they name exist and fit.
 */
public final class Operations {

    private final Api api;
    private final List<OperationDefinition> operations = new ArrayList<>();
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    private final List<OperationError> errors = new ArrayList<>();

    private Operations(Api api) {
        this.api = Introspection.complete(api);
    }

    /** All that is wrong, in the order of the document. */
    public static List<OperationError> validate(Document document, Api api) {
        var operations = new Operations(api);
        operations.collect(document);
        operations.checkNames();
        operations.checkDefinitions();
        operations.errors.sort(Comparator.<OperationError>comparingInt(
                        error -> error.position().line())
                .thenComparingInt(error -> error.position().column()));
        return List.copyOf(operations.errors);
    }

    private void collect(Document document) {
        for (Definition definition : document.definitions()) {
            switch (definition) {
                case OperationDefinition operation -> operations.add(operation);
                case FragmentDefinition fragment -> {
                    if (fragments.putIfAbsent(fragment.name(), fragment) != null) {
                        wrong(definition, "There are two fragments called " + fragment.name() + ".");
                    }
                }
                default -> wrong(definition, "A schema is defined here, where only operations and fragments belong.");
            }
        }
    }

    private void checkNames() {
        var names = new HashSet<String>();
        for (OperationDefinition operation : operations) {
            if (operation.name() == null && operations.size() > 1) {
                wrong(operation, "An operation among several needs a name.");
            } else if (operation.name() != null && !names.add(operation.name())) {
                wrong(operation, "There are two operations called " + operation.name() + ".");
            }
        }
    }

    private void checkDefinitions() {
        Map<String, Walk> walked = new LinkedHashMap<>();
        for (FragmentDefinition fragment : fragments.values()) {
            walked.put(fragment.name(), walkFragment(fragment));
        }
        var used = new HashSet<String>();
        for (OperationDefinition operation : operations) {
            Walk walk = walkOperation(operation);
            List<Walk> all = FragmentSpreads.reachable(walk, walked);
            all.forEach(each -> used.addAll(each.spreads()));
            errors.addAll(walk.errors());
            errors.addAll(Variables.check(operation, all, api));
        }
        for (FragmentDefinition fragment : fragments.values()) {
            if (!used.contains(fragment.name())) {
                wrong(fragment, "No operation uses the fragment " + fragment.name() + ".");
            }
        }
        errors.addAll(FragmentSpreads.cycles(fragments, walked));
    }

    private Walk walkFragment(FragmentDefinition fragment) {
        var walk = new Walk(api, fragments);
        new Directives(walk).check(fragment.directives(), "FRAGMENT_DEFINITION");
        if (api.isComposite(fragment.typeCondition())) {
            new Selections(walk).check(fragment.selections(), fragment.typeCondition());
        } else {
            walk.wrong(fragment.position(), Selections.noComposite(fragment.typeCondition(), api));
        }
        errors.addAll(walk.errors());
        return walk;
    }

    private Walk walkOperation(OperationDefinition operation) {
        var walk = new Walk(api, fragments);
        new Directives(walk)
                .check(operation.directives(), operation.type().name().toUpperCase(Locale.ROOT));
        String root = api.roots().get(operation.type());
        if (root == null) {
            walk.wrong(
                    operation.position(),
                    "The schema has no " + operation.type().keyword() + "s.");
        } else {
            new Selections(walk).check(operation.selections(), root);
        }
        return walk;
    }

    private void wrong(Definition definition, String message) {
        errors.add(new OperationError(definition.position(), message));
    }
}
