package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.operation.KeyOrder;
import io.asyncflow.gateway.planner.operation.Selected;
import java.util.List;

/**
 * How an operation is answered. Each fetch writes into one tree, whose root is the root type's object; {@code shape}
 * tells how the answer is read from it.
 *
 * @param fetches each after its parents, {@link Fetch#id} being its place in the list
 * @param introspection the root's {@code __schema} and {@code __type} fields, which the gateway itself answers under
 *     their keys; it also puts the root's {@code __typename} there
 * @param order in which the shape's keys are in the answer
 * @param deferred what is answered later, each after the deferral around it
 */
public record Plan(
        OperationType type,
        List<Fetch> fetches,
        List<Selected.Field> introspection,
        Shape shape,
        KeyOrder order,
        List<Deferred> deferred,
        Work work) {

    public Plan {
        fetches = List.copyOf(fetches);
        introspection = List.copyOf(introspection);
        deferred = List.copyOf(deferred);
    }
}
