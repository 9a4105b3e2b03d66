package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.supergraph.Link;
import java.util.List;

/** The link to Federation 2 that an upgrade adds to a Federation 1 schema: it must go with those that are there. */
public final class UpgradeLink {

    private UpgradeLink() {}

    public static void check(List<Feature> features, Reporter reporter) {
        if (features.isEmpty()) {
            return;
        }
        LinkConflicts conflicts = new LinkConflicts();
        features.forEach(feature -> conflicts.add(feature, reporter));
        conflicts.add(federation(features.getLast()), reporter);
    }

    private static Feature federation(Feature last) {
        FeatureVersion version = VocabularyReader.UPGRADED;
        List<Link.Import> imports = FederationSpecification.of(version).directives().keySet().stream()
                .map(name -> new Link.Import("@" + name, "@" + name))
                .toList();
        return new Feature(
                FederationSpecification.IDENTITY,
                "federation",
                version,
                "federation",
                imports,
                null,
                last.application());
    }
}
