package io.asyncflow.gateway.composition.subgraph;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.graphql.GraphQlRules;
import io.asyncflow.gateway.composition.subgraph.read.DraftReader;
import io.asyncflow.gateway.composition.subgraph.read.Normalization;
import io.asyncflow.gateway.composition.subgraph.read.RootRenaming;
import io.asyncflow.gateway.composition.subgraph.rule.FederationRules;
import io.asyncflow.gateway.composition.subgraph.rule.RootTypeUsed;
import io.asyncflow.gateway.composition.subgraph.upgrade.Fed1Upgrade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads all subgraphs, each by itself: as GraphQL, as what Federation makes of it, and against all rules that one
 * subgraph can break alone. Where one of them breaks any, nothing is upgraded; where an upgrade fails, there are no
 * schemas.
 */
public final class SubgraphReader {

    private static final String RESERVED_NAME = "_";

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SubgraphReader() {}

    public static ReadSubgraphs readAll(List<Subgraph> subgraphs) {
        SubgraphReader reader = new SubgraphReader();
        reader.checkNames(subgraphs);
        subgraphs.forEach(reader::read);
        if (!reader.problems.isEmpty()) {
            return new ReadSubgraphs(List.of(), reader.problems, List.of());
        }
        List<Draft> upgraded = Fed1Upgrade.upgrade(reader.drafts, reader.problems);
        if (!reader.problems.isEmpty()) {
            return new ReadSubgraphs(List.of(), reader.problems, List.of());
        }
        List<SubgraphSchema> schemas =
                upgraded.stream().map(Normalization::normalize).toList();
        return new ReadSubgraphs(schemas, List.of(), ImplicitUpgrades.hints(upgraded));
    }

    private void checkNames(List<Subgraph> subgraphs) {
        Set<String> names = new HashSet<>();
        for (Subgraph subgraph : subgraphs) {
            String name = subgraph.name();
            if (name.equals(RESERVED_NAME) || name.isBlank()) {
                invalidName("A subgraph cannot be called \"%s\"; give it a name with letters in it.".formatted(name));
            } else if (!names.add(name)) {
                invalidName("Two subgraphs are called \"%s\"; give each a name of its own.".formatted(name));
            }
        }
    }

    private void invalidName(String message) {
        problems.add(new Problem(ErrorCode.INVALID_SUBGRAPH_NAME, message, List.of()));
    }

    private void read(Subgraph subgraph) {
        Reporter reporter = new Reporter(subgraph.name());
        Draft draft = DraftReader.read(subgraph, reporter);
        if (draft != null) {
            GraphQlRules.check(draft, reporter);
        }
        if (draft != null && reporter.clean()) {
            new RootTypeUsed().check(draft, reporter);
            if (!draft.header().isFed1()) {
                FederationRules.check(draft, reporter);
            }
            if (reporter.clean()) {
                drafts.add(RootRenaming.rename(draft));
            }
        }
        problems.addAll(reporter.problems());
    }
}
