package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.composition.subgraph.draft.Site;
import io.asyncflow.gateway.language.Position;
import java.util.List;
import java.util.Map;

/** Every directive that is applied is defined: by the schema, by GraphQL, or by a specification that is linked. */
final class DirectivesAreKnown implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.applications().forEach((name, applied) -> {
            if (draft.directive(name) == null) {
                report(applied, message(draft, name), reporter);
            }
        });
    }

    /** On the schema itself it may be what should have said which other directives there are. */
    private static void report(List<Applied> applied, String message, Reporter reporter) {
        for (Applied one : applied) {
            if (one.site() instanceof Site.OnSchema) {
                reporter.reportGrave(ErrorCode.INVALID_GRAPHQL, message, one.directive());
                return;
            }
        }
        List<Position> positions =
                applied.stream().map(one -> one.directive().position()).toList();
        reporter.report(ErrorCode.INVALID_GRAPHQL, message, positions);
    }

    private static String message(Draft draft, String name) {
        return "Directive @%s is not defined here; %s.".formatted(name, advice(draft, name));
    }

    private static String advice(Draft draft, String name) {
        for (Map.Entry<String, String> known :
                draft.header().vocabulary().canonical().entrySet()) {
            if (known.getValue().equals("federation:" + name)) {
                return "this schema has Federation's directive of that name as @" + known.getKey()
                        + ", so use that name or import \"@" + name + "\" in the @link to Federation";
            }
        }
        if (draft.header().isFed1()) {
            return "define it, correct its spelling or, if it is a directive of Federation 2, link Federation 2";
        }
        return "define it, correct its spelling or, if it comes with a newer version of Federation, link that one";
    }
}
