package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.composition.subgraph.link.Feature;
import io.asyncflow.gateway.language.DirectiveDefinition;

/** What is imported under one name is not also used under the name it would have without the import. */
final class ImportsAreNotShadowed implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        for (DirectiveDefinition directive : draft.header().directives().values()) {
            String name = directive.name();
            if (draft.applications(name).isEmpty()) {
                continue;
            }
            for (Feature feature : draft.header().features()) {
                String imported = feature.imported(element(feature, name));
                if (imported != null && !imported.equals("@" + name)) {
                    reporter.report(
                            ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                            "@%s is imported as %s, so the schema cannot use and define it as @%s too; use %s everywhere."
                                    .formatted(element(feature, name).substring(1), imported, name, imported),
                            directive,
                            feature.application());
                }
            }
        }
    }

    private static String element(Feature feature, String name) {
        String prefix = feature.alias() + "__";
        if (name.startsWith(prefix)) {
            return "@" + name.substring(prefix.length());
        }
        return name.equals(feature.alias()) ? "@" + feature.name() : "";
    }
}
