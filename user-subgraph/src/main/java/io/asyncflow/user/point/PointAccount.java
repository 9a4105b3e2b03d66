package io.asyncflow.user.point;

import io.asyncflow.support.identity.UserId;

/**
 * How many points an account has.
 *
 * @param balance the sum of its entries
 * @param available what could be spent this moment
 * @param held what holds keep this moment
 */
public record PointAccount(UserId user, long balance, long available, long held) {

    static PointAccount empty(UserId user) {
        return new PointAccount(user, 0, 0, 0);
    }
}
