package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Names;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.composition.subgraph.graphql.GraphQlRules;
import io.asyncflow.gateway.composition.subgraph.link.UpgradeLink;
import io.asyncflow.gateway.composition.subgraph.link.Vocabulary;
import io.asyncflow.gateway.composition.subgraph.link.VocabularyReader;
import io.asyncflow.gateway.composition.subgraph.rule.FederationRules;
import io.asyncflow.gateway.composition.subgraph.rule.FederationTypesUsed;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes Federation 2 of all Federation 1 schemas among the drafts. What Federation 1 let pass is dropped, what it took
 * for granted is said; the result must then hold like any other schema.
 */
public final class Fed1Upgrade {

    private final Neighbours neighbours;
    private final List<Problem> problems;
    private final Map<String, Set<String>> interfaceKeys = new LinkedHashMap<>();

    private Fed1Upgrade(List<Draft> drafts, List<Problem> problems) {
        this.neighbours = new Neighbours(drafts);
        this.problems = problems;
    }

    public static List<Draft> upgrade(List<Draft> drafts, List<Problem> problems) {
        if (drafts.stream().noneMatch(draft -> draft.header().isFed1())) {
            List<Draft> unchanged = new ArrayList<>(drafts);
            unchanged.forEach(draft -> checkTypes(draft, problems));
            return unchanged;
        }
        Fed1Upgrade upgrade = new Fed1Upgrade(drafts, problems);
        List<Draft> upgraded = drafts.stream()
                .map(draft -> draft.header().isFed1() ? upgrade.upgrade(draft) : draft)
                .toList();
        upgrade.checkInterfaceObjects(drafts);
        upgraded.forEach(draft -> checkTypes(draft, problems));
        return upgraded;
    }

    private static void checkTypes(Draft draft, List<Problem> problems) {
        Reporter reporter = new Reporter(draft.header().subgraph());
        new FederationTypesUsed().check(draft, reporter);
        problems.addAll(reporter.problems());
    }

    private Draft upgrade(Draft original) {
        Reporter reporter = new Reporter(original.header().subgraph());
        UpgradeLink.check(original.header().features(), reporter);
        VocabularyReader.checkUpgraded(original.header().vocabulary(), reporter);
        if (!reporter.clean()) {
            problems.addAll(reporter.problems());
            return original;
        }
        OrphanExtension.check(original, neighbours, reporter);
        Draft draft = StringFields.of(original);
        draft = PlainExternals.of(draft, neighbours);
        draft = ActiveFieldSets.of(draft);
        draft = Definitions.of(draft);
        collectInterfaceKeys(draft);
        draft = PlainInterfaces.of(draft);
        draft = UsedExternals.of(draft, reporter);
        draft = SharedFields.of(draft, original, neighbours);
        draft = SingleTags.of(draft, neighbours);
        Vocabulary vocabulary = VocabularyReader.upgraded(draft.header().vocabulary());
        draft = new Draft(draft.header().withVocabulary(vocabulary), draft.parts());
        if (reporter.clean()) {
            GraphQlRules.check(draft, reporter);
        }
        if (reporter.clean()) {
            FederationRules.check(draft, reporter);
        }
        problems.addAll(reporter.problems());
        return draft;
    }

    private void collectInterfaceKeys(Draft draft) {
        for (Applied key : draft.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(InterfaceDefinition type)) {
                interfaceKeys
                        .computeIfAbsent(type.name(), _ -> new LinkedHashSet<>())
                        .add(draft.header().subgraph());
            }
        }
    }

    /** A key on an interface in Federation 1 never promised that the subgraph knows the types behind it. */
    private void checkInterfaceObjects(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (Applied applied : draft.applications(Federation.INTERFACE_OBJECT)) {
                String type = applied.site().coordinate();
                Set<String> fed1 = draft.header().isFed1() ? null : interfaceKeys.get(type);
                if (fed1 != null) {
                    problems.add(new Problem(
                            ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                            "\"%s\" is an @interfaceObject here, but %s has its @key as a Federation 1 schema, which cannot resolve its types; link Federation 2 there, or remove that key."
                                    .formatted(type, Names.list(fed1)),
                            List.of(Place.of(
                                    draft.header().subgraph(),
                                    applied.directive().position()))));
                }
            }
        }
    }
}
