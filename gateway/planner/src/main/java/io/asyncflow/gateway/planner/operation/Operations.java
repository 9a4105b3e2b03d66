package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.validation.OperationLimits;
import io.asyncflow.gateway.planner.validation.Problem;
import io.asyncflow.gateway.planner.validation.Refusal;
import io.asyncflow.gateway.planner.validation.Validation;
import io.asyncflow.gateway.supergraph.ApiSchema;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks operations against one supergraph's API schema and brings them into the form that is planned. Immutable, so
 * that several threads can use it.
 */
public final class Operations {

    private final Joins joins;
    private final Composites types;
    private final Validation validation;
    private final OperationLimits limits;

    private Operations(Joins joins, OperationLimits limits) {
        this.joins = joins;
        this.types = Composites.withIntrospection(joins);
        this.validation = Validation.of(Api.of(ApiSchema.of(joins.supergraph())), limits);
        this.limits = limits;
    }

    public static Operations of(Joins joins) {
        return new Operations(joins, OperationLimits.DEFAULT);
    }

    public static Operations of(Joins joins, OperationLimits limits) {
        return new Operations(joins, limits);
    }

    /**
     * @param name the operation to take, or null where the document has but one
     * @param defers whether the Boolean variable of a {@code @defer(if: $variable)} is true; a plan holds for one answer
     * @throws OperationException where the document is not valid
     */
    public Operation read(Document document, @Nullable String name, Predicate<String> defers) {
        OperationDefinition operation = Choice.of(document, name);
        List<Problem> problems = validation.problems(document);
        if (!problems.isEmpty()) {
            throw new OperationException(problems);
        }
        try {
            return normalised(operation, fragments(document), defers);
        } catch (Refusal refusal) {
            throw new OperationException(List.of(refusal.problem()));
        }
    }

    private Operation normalised(
            OperationDefinition operation, Map<String, FragmentDefinition> fragments, Predicate<String> defers) {
        Literals literals = new Literals(joins.supergraph(), operation.variables());
        boolean mayDefer = operation.type() != OperationType.SUBSCRIPTION;
        Guards guards = new Guards(mayDefer ? defers : _ -> false);
        Flattening flattening = Flattening.of(types, fragments, guards, literals, limits);
        String root = joins.supergraph().roots().getOrDefault(operation.type(), "");
        SelectionSet selections = flattening.flatten(types.of(root), operation.selections());
        KeyOrder order = KeyOrder.of(operation, fragments, guards);
        return new Operation(
                operation.type(),
                operation.name(),
                literals.variables(UsedVariables.of(operation, selections, order)),
                operation.directives(),
                selections,
                order,
                literals.values());
    }

    private static Map<String, FragmentDefinition> fragments(Document document) {
        Map<String, FragmentDefinition> fragments = new HashMap<>();
        for (Definition definition : document.definitions()) {
            if (definition instanceof FragmentDefinition fragment) {
                fragments.put(fragment.name(), fragment);
            }
        }
        return fragments;
    }
}
