package io.asyncflow.support.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import io.asyncflow.support.paging.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How many values a field's answer can hold, at most: each page counts what is asked of every item as often as the page
 * may have items. A few lists within lists, each harmless, would otherwise ask for more than fits into memory.
 */
final class AnswerSize implements FieldComplexityCalculator {

    /** Where nothing is said, lists answer about so many. */
    private static final int USUAL_PAGE = 20;

    private final int limit;

    /** Answers beyond the limit all count the same, so that no sum of them overflows. */
    AnswerSize(int limit) {
        this.limit = limit;
    }

    @Override
    public int calculate(FieldComplexityEnvironment field, int ofItems) {
        return (int) Math.min(1L + (long) items(field) * ofItems, (long) limit + 1);
    }

    private static int items(FieldComplexityEnvironment field) {
        Map<String, Object> arguments = field.getArguments();
        for (String list : List.of("ids", "representations")) {
            if (arguments.get(list) instanceof Collection<?> given) {
                return given.size();
            }
        }
        for (String size : List.of("first", "last")) {
            if (arguments.get(size) instanceof Integer given) {
                return Math.clamp(given, 1, PageRequest.LARGEST);
            }
        }
        return field.getFieldDefinition().getArgument("first") == null ? 1 : USUAL_PAGE;
    }
}
