package io.asyncflow.gateway.composition;

import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.composition.merge.Merged;
import io.asyncflow.gateway.composition.merge.Merger;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.satisfiability.Satisfaction;
import io.asyncflow.gateway.composition.satisfiability.Satisfiability;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.composition.subgraph.ReadSubgraphs;
import io.asyncflow.gateway.composition.subgraph.SubgraphReader;
import java.util.List;
import java.util.stream.Stream;

/** Composes subgraphs to a supergraph, stage by stage; a stage with problems is the last. */
public final class Composer {

    private Composer() {}

    /** Subgraphs need names of their own; their order decides only what the supergraph lists first. */
    public static Composition compose(List<Subgraph> subgraphs) {
        if (subgraphs.isEmpty()) {
            return new Failed(List.of(new Problem(
                    ErrorCode.NO_QUERIES, "There is no subgraph to compose. Name at least one.", List.of())));
        }
        ReadSubgraphs read = SubgraphReader.readAll(subgraphs);
        return read.problems().isEmpty() ? merge(read) : new Failed(read.problems());
    }

    private static Composition merge(ReadSubgraphs read) {
        Merged merged = Merger.merge(read.schemas());
        if (merged.supergraph() == null || !merged.problems().isEmpty()) {
            return new Failed(merged.problems());
        }
        Satisfaction satisfaction = Satisfiability.check(merged.supergraph(), read.schemas());
        return satisfaction.problems().isEmpty()
                ? new Composed(merged.supergraph(), hints(read.hints(), merged.hints(), satisfaction.hints()))
                : new Failed(satisfaction.problems());
    }

    @SafeVarargs
    private static List<Hint> hints(List<Hint>... ofStages) {
        return Stream.of(ofStages).flatMap(List::stream).toList();
    }
}
