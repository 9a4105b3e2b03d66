package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.supergraph.FieldSet;
import io.asyncflow.gateway.supergraph.TypeJoin;
import java.util.ArrayList;
import java.util.List;

/** One join for each key of a type in each subgraph, and one for each subgraph that gives the type no key. */
final class TypeJoins {

    private TypeJoins() {}

    static <T extends TypeDefinition> List<TypeJoin> of(List<Contribution<T>> contributions) {
        List<TypeJoin> joins = new ArrayList<>(contributions.size());
        for (Contribution<T> each : contributions) {
            boolean interfaceObject = Contributor.isInterfaceObject(each.element());
            List<Directive> keys = Applications.all(each.element().directives(), Federation.KEY);
            if (keys.isEmpty()) {
                joins.add(new TypeJoin(each.by().graph(), null, false, true, interfaceObject));
            }
            for (Directive key : keys) {
                joins.add(new TypeJoin(
                        each.by().graph(),
                        new FieldSet(Applications.fields(key)),
                        Applications.flag(key, "extension", false),
                        Applications.flag(key, "resolvable", true),
                        interfaceObject));
            }
        }
        return joins;
    }
}
