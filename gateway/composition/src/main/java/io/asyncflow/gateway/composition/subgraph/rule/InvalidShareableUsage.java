package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** INVALID_SHAREABLE_USAGE: once on each declaration is enough, and only fields that are resolved can be shared. */
final class InvalidShareableUsage implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        Map<Node, List<Applied>> byNode = new IdentityHashMap<>();
        for (Applied applied : facts.applications(Federation.SHAREABLE)) {
            if (applied.site() instanceof OnField(InterfaceDefinition type, var _)) {
                reporter.report(
                        ErrorCode.INVALID_SHAREABLE_USAGE,
                        "\"%s\" is a field of an interface and cannot be @shareable; mark the fields of its implementations."
                                .formatted(applied.site().coordinate()),
                        applied.directive(),
                        type);
                continue;
            }
            List<Applied> same = byNode.computeIfAbsent(applied.site().node(), _ -> new ArrayList<>());
            same.add(applied);
            if (same.size() == 2) {
                reporter.report(
                        ErrorCode.INVALID_SHAREABLE_USAGE,
                        "%s is @shareable twice in one declaration; keep one of them."
                                .formatted(applied.site().coordinate()),
                        same.getFirst().directive(),
                        applied.directive());
            }
        }
    }
}
