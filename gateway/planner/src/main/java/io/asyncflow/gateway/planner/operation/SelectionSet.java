package io.asyncflow.gateway.planner.operation;

import java.util.List;

/**
 * What is asked of a value. On an object type there are only fields; on an abstract one, also fragments on types that
 * narrow it, one level deep and one for each such type. Where nothing can ever be answered it is empty.
 *
 * <p>Two fields with the same key differ in their conditions, deferral, or (below different fragments) types.
 *
 * @param type the composite type that the value is declared with
 */
public record SelectionSet(String type, List<Selected> selections) {

    public SelectionSet {
        selections = List.copyOf(selections);
    }

    /** As GraphQL on one line, without braces around it. */
    @Override
    public String toString() {
        return Texts.of(this);
    }
}
