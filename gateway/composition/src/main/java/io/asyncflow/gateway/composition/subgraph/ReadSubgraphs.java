package io.asyncflow.gateway.composition.subgraph;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import java.util.List;

/** What came of reading: every subgraph's schema, or all the problems that stand against them. */
public record ReadSubgraphs(List<SubgraphSchema> schemas, List<Problem> problems, List<Hint> hints) {

    public ReadSubgraphs {
        schemas = List.copyOf(schemas);
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }
}
