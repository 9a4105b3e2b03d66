package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import java.util.List;

/** Which types set a context. */
final class Contexts {

    private static final String SPECIFICATION = "https://specs.apollo.dev/context";

    private Contexts() {}

    static List<String> typesOf(Supergraph supergraph, String context) {
        String name = supergraph.directiveOf(SPECIFICATION, "context");
        return supergraph.types().values().stream()
                .filter(type -> type.directives().stream().anyMatch(each -> sets(each, name, context)))
                .map(Type::name)
                .toList();
    }

    private static boolean sets(Directive directive, String name, String context) {
        return directive.name().equals(name) && new Value.StringValue(context).equals(directive.argument("name"));
    }
}
