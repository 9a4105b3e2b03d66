package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.api.Introspection;
import java.util.List;

/**
 * Whether a document's operations can be executed on a schema: the rules of the GraphQL specification (October 2021),
 * and those for {@code @defer} and {@code @oneOf}. Safe for use by several threads.
 */
public final class Validation {

    private final Api api;
    private final OperationLimits limits;

    private Validation(Api api, OperationLimits limits) {
        this.api = api;
        this.limits = limits;
    }

    public static Validation of(Api api) {
        return of(api, OperationLimits.DEFAULT);
    }

    public static Validation of(Api api, OperationLimits limits) {
        return new Validation(Introspection.complete(api), limits);
    }

    /** What is wrong, in the order of the document. */
    public List<Problem> problems(Document document) {
        Problems problems = new Problems();
        Definitions definitions = new Definitions(api, problems, new Meter(limits));
        try {
            for (Definition definition : document.definitions()) {
                switch (definition) {
                    case OperationDefinition operation -> definitions.add(operation);
                    case FragmentDefinition fragment -> definitions.add(fragment);
                    default ->
                        problems.add(
                                "A schema is defined here, where only operations and fragments belong.",
                                definition.position());
                }
            }
            definitions.check();
        } catch (Problems.Enough _) {
            return problems.sorted();
        } catch (Refusal refusal) {
            return problems.none() ? List.of(refusal.problem()) : problems.sorted();
        }
        return problems.sorted();
    }
}
