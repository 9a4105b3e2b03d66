package io.asyncflow.user.point;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A number of points to earn, spend or hold.
 *
 * @param key names the request among all those to this account: the same key asks for the same thing once
 * @param reason what the account's owner reads beside it
 */
public record PointRequest(
        UserId user,
        String key,
        long points,
        String reason,
        @Nullable OrderId order) {

    public static final int MOST = 1_000_000_000;

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_REASON = 200;

    public PointRequest {
        if (points < 1 || points > MOST) {
            throw new BadInput("amount", "must be between 1 and " + MOST);
        }
        key = Texts.required("key", key, LONGEST_KEY);
        reason = Texts.required("reason", reason, LONGEST_REASON);
    }
}
