package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names subgraphs for the {@code join__Graph} enum; {@code user-profile} and {@code user_profile} get numbers. */
final class GraphNames {

    private GraphNames() {}

    static List<Graph> graphs(List<SubgraphSchema> schemas) {
        Map<String, Integer> same = new HashMap<>();
        schemas.forEach(schema -> same.merge(enumName(schema.name()), 1, Integer::sum));
        Map<String, Integer> numbers = new HashMap<>();
        List<Graph> graphs = new ArrayList<>();
        for (SubgraphSchema schema : schemas) {
            String id = enumName(schema.name());
            if (same.getOrDefault(id, 1) > 1) {
                id += "_" + numbers.merge(id, 1, Integer::sum);
            }
            graphs.add(new Graph(id, schema.name(), schema.url()));
        }
        return graphs;
    }

    /** What speaks against the name of a subgraph, or null: GraphQL keeps names that begin with two underscores. */
    static @Nullable Problem reserved(List<Graph> graphs) {
        for (Graph graph : graphs) {
            if (graph.id().startsWith("__")) {
                return new Problem(
                        ErrorCode.INVALID_GRAPHQL,
                        "Subgraph \"" + graph.name() + "\" would be called " + graph.id() + " in the supergraph, and"
                                + " names that begin with \"__\" are GraphQL's own. Give the subgraph another name.",
                        List.of());
            }
        }
        return null;
    }

    /** A name that ends like a numbered one gets an underscore, so that it cannot be taken for one. */
    private static String enumName(String name) {
        String id = name.replaceAll("[^A-Za-z0-9_]", "_");
        if (!id.isEmpty() && Character.isDigit(id.charAt(0))) {
            id = "_" + id;
        }
        if (id.matches(".*_[0-9]+")) {
            id = id + "_";
        }
        return id.toUpperCase(Locale.ROOT);
    }
}
