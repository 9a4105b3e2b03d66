package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.TypesMerge.Definitions;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the supergraph together from merged types and what the schemas themselves say. */
final class SupergraphAssembly {

    private final Scope scope;
    private final List<Graph> graphs;

    SupergraphAssembly(Scope scope, List<Graph> graphs) {
        this.scope = scope;
        this.graphs = graphs;
    }

    Supergraph assemble(Definitions definitions) {
        List<Contribution<SchemaDefinition>> schemas = scope.contributors().stream()
                .map(each -> new Contribution<>(each, each.schema().schema()))
                .toList();
        String description =
                new DescriptionMerge(scope.findings()).merge("The schema", schemas, SchemaDefinition::description);
        var directives =
                scope.directives().merge("schema", Contribution.applied(schemas, SchemaDefinition::directives));
        Map<String, Type> all = new TreeMap<>(definitions.types());
        scope.directives().types().forEach(all::putIfAbsent);
        return new Supergraph(
                graphs,
                scope.directives().links(),
                description,
                roots(definitions.types()),
                all,
                definitions.directives(),
                directives);
    }

    private static Map<OperationType, String> roots(Map<String, Type> types) {
        Map<OperationType, String> roots = new EnumMap<>(OperationType.class);
        for (OperationType operation : OperationType.values()) {
            if (types.get(operation.rootName()) instanceof ObjectType) {
                roots.put(operation, operation.rootName());
            }
        }
        return roots;
    }
}
