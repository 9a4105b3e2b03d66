package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.DirectiveDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A directive stands twice on the same thing, extensions included, only where its definition makes it repeatable. */
final class DirectivesRepeatWhereTheyMay implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.applications().forEach((name, applications) -> {
            DirectiveDefinition definition = draft.directive(name);
            if (definition != null && !definition.repeatable() && applications.size() > 1) {
                check(applications, reporter);
            }
        });
    }

    private static void check(List<Applied> applications, Reporter reporter) {
        Map<String, List<Applied>> bySite = new LinkedHashMap<>();
        applications.forEach(applied -> bySite.computeIfAbsent(applied.site().coordinate(), _ -> new ArrayList<>())
                .add(applied));
        bySite.forEach((coordinate, here) -> {
            if (here.size() > 1) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "%s stands on %s more than once, though it is not repeatable; keep one of them."
                                .formatted(here.getFirst().shown(), coordinate),
                        here.stream().map(one -> one.directive().position()).toList());
            }
        });
    }
}
