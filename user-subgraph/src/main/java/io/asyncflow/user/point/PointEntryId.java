package io.asyncflow.user.point;

import io.asyncflow.support.ids.TypeId;
import io.asyncflow.support.ids.TypedId;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.util.UUID;

/** Names an entry in an account of points, and the lot of points that an earning entry brings. */
public record PointEntryId(UUID uuid) implements TypedId {

    public static final String PREFIX = "pointentry";

    static PointEntryId next(Clock clock) {
        return new PointEntryId(Uuid7.next(clock));
    }

    @Override
    public String toString() {
        return TypeId.format(PREFIX, uuid);
    }
}
