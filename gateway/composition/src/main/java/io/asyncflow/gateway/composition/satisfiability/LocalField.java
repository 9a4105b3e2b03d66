package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as one subgraph has it.
 *
 * @param type the name of its type in that subgraph
 * @param external only named there, so that the subgraph cannot be asked for it
 * @param label the side of a progressive {@code @override} on which the subgraph is asked for it
 */
record LocalField(
        String name,
        String type,
        boolean external,
        List<FieldPath> requires,
        List<Selection> provides,
        @Nullable Label label,
        List<ContextArgument> contextArguments) {

    LocalField {
        requires = List.copyOf(requires);
        provides = List.copyOf(provides);
        contextArguments = List.copyOf(contextArguments);
    }
}
