package io.asyncflow.gateway.composition.subgraph;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.FederationVersion;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Header;
import io.asyncflow.gateway.composition.subgraph.link.Feature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IMPLICITLY_UPGRADED_FEDERATION_VERSION: a linked specification is newer than the Federation linked beside it. */
final class ImplicitUpgrades {

    private ImplicitUpgrades() {}

    static List<Hint> hints(List<Draft> drafts) {
        List<Hint> hints = new ArrayList<>();
        for (Draft draft : drafts) {
            Header header = draft.header();
            Feature newest = null;
            for (Feature feature : header.features()) {
                FederationVersion needs = feature.needs();
                boolean newer = needs != null && needs.compareTo(needs(newest, header.version())) > 0;
                newest = newer ? feature : newest;
            }
            if (newest != null && !header.isFed1()) {
                hints.add(hint(header, newest));
            }
        }
        return hints;
    }

    private static FederationVersion needs(@Nullable Feature feature, FederationVersion otherwise) {
        FederationVersion needs = feature == null ? null : feature.needs();
        return needs == null ? otherwise : needs;
    }

    private static Hint hint(Header header, Feature feature) {
        String message =
                "\"%s\" links Federation v%d.%d, but what it links as \"%s\" came with v%d.%d, to which it is upgraded; link that.";
        FederationVersion linked = header.version();
        FederationVersion needed = needs(feature, linked);
        return new Hint(
                HintCode.IMPLICITLY_UPGRADED_FEDERATION_VERSION,
                message.formatted(
                        header.subgraph(),
                        linked.major(),
                        linked.minor(),
                        feature.alias(),
                        needed.major(),
                        needed.minor()),
                List.of(Place.of(header.subgraph(), feature.application().position())));
    }
}
