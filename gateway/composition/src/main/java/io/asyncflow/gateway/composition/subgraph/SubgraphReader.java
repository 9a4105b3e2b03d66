package io.asyncflow.gateway.composition.subgraph;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
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
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** The schemas come in the order of their names, whatever the order of the subgraphs. */
    public static ReadSubgraphs readAll(List<Subgraph> subgraphs) {
        SubgraphReader reader = new SubgraphReader();
        reader.checkNames(subgraphs);
        List<Parsed> parsed = reader.parse(subgraphs);
        if (parsed.size() == subgraphs.size()) {
            parsed.forEach(reader::read);
        }
        if (!reader.problems.isEmpty()) {
            return new ReadSubgraphs(List.of(), reader.problems, List.of());
        }
        List<Draft> upgraded = Fed1Upgrade.upgrade(reader.drafts, reader.problems);
        if (!reader.problems.isEmpty()) {
            return new ReadSubgraphs(List.of(), reader.problems, List.of());
        }
        List<SubgraphSchema> schemas = upgraded.stream()
                .sorted(Comparator.comparing(draft -> draft.header().subgraph()))
                .map(Normalization::normalize)
                .toList();
        return new ReadSubgraphs(schemas, List.of(), ImplicitUpgrades.hints(upgraded));
    }

    private void checkNames(List<Subgraph> subgraphs) {
        Set<String> names = new HashSet<>();
        for (Subgraph subgraph : subgraphs) {
            String name = subgraph.name();
            if (name.isBlank()) {
                invalidName("A subgraph has no name; give it one with letters in it.");
            } else if (!names.add(name)) {
                invalidName("Two subgraphs are called \"%s\"; give each a name of its own.".formatted(name));
            }
        }
    }

    private void invalidName(String message) {
        problems.add(new Problem(ErrorCode.INVALID_SUBGRAPH_NAME, message, List.of()));
    }

    /** While a schema cannot even be parsed, nothing is said of what the others contain. */
    private List<Parsed> parse(List<Subgraph> subgraphs) {
        List<Parsed> parsed = new ArrayList<>();
        for (Subgraph subgraph : subgraphs) {
            try {
                parsed.add(new Parsed(subgraph, Parser.parse(subgraph.sdl())));
            } catch (SyntaxException problem) {
                problems.add(new Problem(
                        ErrorCode.INVALID_GRAPHQL,
                        String.valueOf(problem.getMessage()),
                        List.of(Place.of(subgraph.name(), problem.position()))));
            }
        }
        return parsed;
    }

    private record Parsed(Subgraph subgraph, Document document) {}

    private void read(Parsed parsed) {
        Subgraph subgraph = parsed.subgraph();
        Reporter reporter = new Reporter(subgraph.name());
        Draft draft = DraftReader.read(subgraph, parsed.document(), reporter);
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
        if (reporter.clean() && subgraph.name().equals(RESERVED_NAME)) {
            invalidName("A subgraph cannot be called \"_\"; give it a name with letters in it.");
        }
        problems.addAll(reporter.problems());
    }
}
