package io.asyncflow.user.point.graphql;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.point.PointAccount;
import io.asyncflow.user.point.PointEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PointsPayload} of the schema. */
record PointsPayload(@Nullable PointEntry entry, @Nullable PointAccount points, List<UserError> userErrors) {

    static PointsPayload done(PointEntry entry, PointAccount points) {
        return new PointsPayload(entry, points, List.of());
    }

    static PointsPayload refused(UserError error) {
        return new PointsPayload(null, null, List.of(error));
    }
}
