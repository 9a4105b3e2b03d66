package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;

/** Proves that subgraphs can answer every query of their supergraph, or says which they cannot, and why. */
public final class Satisfiability {

    private Satisfiability() {}

    public static Satisfaction check(Supergraph supergraph) {
        return check(supergraph, List.of());
    }

    /** As {@link #check(Supergraph)}; problems and hints about a field point to its places in the schemas. */
    public static Satisfaction check(Supergraph supergraph, List<SubgraphSchema> schemas) {
        try {
            Proof proof = new Proof(supergraph, schemas);
            Findings findings = new Search(proof, false).run();
            if (!findings.problems().isEmpty() && proof.graph().hasLabels()) {
                findings = new Search(proof, true).run();
            }
            return new Satisfaction(findings.problems(), findings.hints());
        } catch (Budget.Exceeded _) {
            return new Satisfaction(List.of(tooMuchWork()), List.of());
        }
    }

    private static Problem tooMuchWork() {
        return new Problem(
                ErrorCode.MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED,
                "There are too many ways through the subgraphs to prove that all queries can be answered. Use fewer "
                        + "override labels, and keys and @requires that depend on each other less deeply.",
                List.of());
    }
}
