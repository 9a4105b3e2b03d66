package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.TypesMerge.Definitions;
import io.asyncflow.gateway.composition.merge.directive.MergedDirectives;
import io.asyncflow.gateway.composition.merge.validation.SupergraphRules;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges all subgraphs into one graph: settles what the types are and how they relate, merges them kind by kind, and
 * then checks the result as a whole. All problems of a step are reported; the next step is taken only without any.
 */
public final class Merger {

    private final List<SubgraphSchema> schemas;
    private final List<Graph> graphs;
    private final Scope scope;
    private final Findings findings;

    private Merger(List<SubgraphSchema> schemas) {
        this.schemas = schemas;
        graphs = GraphNames.graphs(schemas);
        List<Contributor> contributors = new ArrayList<>();
        for (int i = 0; i < schemas.size(); i++) {
            contributors.add(new Contributor(schemas.get(i), graphs.get(i), i));
        }
        scope = Scope.of(contributors, MergedDirectives.of(schemas, graphs));
        findings = scope.findings();
    }

    /** Merges subgraphs of different names, in the order in which the supergraph will list them. */
    public static Merged merge(List<SubgraphSchema> schemas) {
        return new Merger(schemas).merge();
    }

    private Merged merge() {
        if (!scope.directives().problems().isEmpty()) {
            return failed();
        }
        Problem misfit = new KindsInUse(scope.types()).misfit();
        if (misfit != null) {
            return new Merged(null, List.of(misfit), hints());
        }
        new KindMismatch(scope.types(), findings).check();
        Definitions definitions = new TypesMerge(scope).merge();
        if (!definitions.types().containsKey(OperationType.QUERY.rootName())) {
            findings.problem(
                    ErrorCode.NO_QUERIES,
                    "No subgraph defines a query. Add at least one field to the Query type of a subgraph.",
                    List.of());
        }
        Supergraph supergraph = new SupergraphAssembly(scope, graphs).assemble(definitions);
        if (!hasProblems()) {
            new MergeRules(scope, supergraph).check();
        }
        Problem reserved = GraphNames.reserved(graphs);
        if (!hasProblems() && reserved != null) {
            findings.problems().add(reserved);
        }
        if (!hasProblems()) {
            findings.problems().addAll(SupergraphRules.check(supergraph, schemas));
        }
        return hasProblems() ? failed() : new Merged(supergraph, List.of(), hints());
    }

    private boolean hasProblems() {
        return findings.hasProblems() || !scope.directives().problems().isEmpty();
    }

    private Merged failed() {
        List<Problem> problems = new ArrayList<>(findings.problems());
        problems.addAll(scope.directives().problems());
        return new Merged(null, problems, hints());
    }

    private List<Hint> hints() {
        List<Hint> hints = new ArrayList<>(findings.hints());
        hints.addAll(scope.directives().hints());
        return hints;
    }
}
