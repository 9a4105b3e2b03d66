package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.Collection;
import java.util.List;

/** All that the search over one supergraph works with. */
final class Proof {

    private final Budget budget = new Budget();
    private final Stops stops = new Stops();
    private final PublicGraph graph;
    private final Subgraphs subgraphs;
    private final Spots spots;
    private final Advance advance;
    private final SharedTypes sharedTypes;
    private final Reports reports;

    Proof(Supergraph supergraph, List<SubgraphSchema> schemas) {
        Accessibility accessibility = new Accessibility(supergraph);
        RuntimeTypes runtimeTypes = new RuntimeTypes(supergraph);
        Contexts contexts = new Contexts(supergraph, runtimeTypes);
        graph = new PublicGraph(supergraph, accessibility, runtimeTypes);
        subgraphs = new Subgraphs(supergraph, runtimeTypes);
        spots = new Spots(subgraphs);
        InterfaceFields interfaceFields = new InterfaceFields(subgraphs, accessibility.inaccessibleTypes());
        Conditions conditions = new Conditions(subgraphs, spots, interfaceFields, budget);
        Moves moves = new Moves(spots, conditions, budget);
        advance = new Advance(subgraphs, moves, stops, conditions, contexts);
        QueryText queries = new QueryText(supergraph);
        sharedTypes = new SharedTypes(graph, queries, schemas);
        reports = new Reports(queries, new Reasons(subgraphs, spots, conditions, advance));
    }

    PublicGraph graph() {
        return graph;
    }

    Subgraphs subgraphs() {
        return subgraphs;
    }

    Spots spots() {
        return spots;
    }

    Stops stops() {
        return stops;
    }

    Advance advance() {
        return advance;
    }

    SharedTypes sharedTypes() {
        return sharedTypes;
    }

    Reports reports() {
        return reports;
    }

    void budgetFor(Collection<Stop> next) {
        next.forEach(_ -> budget.spend());
    }
}
