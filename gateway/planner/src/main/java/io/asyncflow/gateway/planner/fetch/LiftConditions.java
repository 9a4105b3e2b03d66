package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.fetch.SelectionDraft.FieldDraft;
import io.asyncflow.gateway.planner.operation.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the conditions of all that a fetch asks for on the fetch, so that nothing is sent where they do not hold.
 *
 * <pre>
 *   reviews                                  reviews            if $more
 *   { topReviews @include(if: $more)    =>   { topReviews
 *     score @include(if: $more) }              score }
 * </pre>
 */
final class LiftConditions implements Rewrite {

    @Override
    public void apply(List<FetchDraft> fetches) {
        for (FetchDraft fetch : fetches) {
            List<Condition> common = null;
            for (SelectionDraft selections : fetch.allSelections()) {
                for (FieldDraft field : selections.fields()) {
                    common = common(common, field.slot().field().conditions());
                }
            }
            fetch.setConditions(common == null ? List.of() : common);
        }
    }

    private static List<Condition> common(@Nullable List<Condition> before, List<Condition> conditions) {
        if (before == null) {
            return conditions;
        }
        return before.isEmpty()
                ? before
                : before.stream().filter(conditions::contains).toList();
    }
}
