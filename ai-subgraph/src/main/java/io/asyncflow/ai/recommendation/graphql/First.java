package io.asyncflow.ai.recommendation.graphql;

import io.asyncflow.ai.recommendation.Recommender;
import io.asyncflow.support.errors.BadInput;
import org.jspecify.annotations.Nullable;

/** How many recommendations a client asks for. */
final class First {

    private First() {}

    static int of(@Nullable Integer first, int otherwise) {
        int wanted = first == null ? otherwise : first;
        if (wanted < 1 || wanted > Recommender.MOST) {
            throw new BadInput("first", "must be between 1 and " + Recommender.MOST);
        }
        return wanted;
    }
}
