package io.asyncflow.user.point.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Forbidden;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.point.PointAccounts;
import io.asyncflow.user.point.PointGrants;
import io.asyncflow.user.point.PointOutcome;
import io.asyncflow.user.point.PointOutcome.Done;
import io.asyncflow.user.point.PointOutcome.Refused;
import io.asyncflow.user.point.PointRequest;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Lets those who work for the shop give points. */
@DgsComponent
public class PointGranting {

    private final PointGrants grants;
    private final PointAccounts accounts;

    PointGranting(PointGrants grants, PointAccounts accounts) {
        this.grants = grants;
        this.accounts = accounts;
    }

    @DgsMutation
    public Mono<PointsPayload> pointsGrant(
            @InputArgument String userId,
            @InputArgument int amount,
            @InputArgument String reason,
            @InputArgument String key) {
        return Viewer.signedIn()
                .filter(viewer -> viewer.has(Role.STAFF) || viewer.has(Role.ADMIN))
                .switchIfEmpty(Mono.error(() -> new Forbidden("Only those who work for the shop grant points")))
                .flatMap(_ -> grant(userId, amount, reason, key))
                .onErrorResume(BadInput.class, bad -> Mono.just(PointsPayload.refused(invalid(bad))));
    }

    private Mono<PointsPayload> grant(String userId, int amount, String reason, String key) {
        UserId user = UserId.parse("userId", userId);
        return grants.grant(new PointRequest(user, key, amount, reason, null))
                .flatMap(outcome -> answer(user, outcome));
    }

    private Mono<PointsPayload> answer(UserId user, PointOutcome outcome) {
        return switch (outcome) {
            case Done done ->
                accounts.of(List.of(user))
                        .map(found -> PointsPayload.done(done.entry(), Objects.requireNonNull(found.get(user))));
            case Refused refused -> Mono.just(PointsPayload.refused(error(refused.reason())));
        };
    }

    private static UserError error(PointOutcome.Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> UserError.of(ErrorCode.NOT_FOUND, "There is no such account", "userId");
            case TOO_MANY_POINTS ->
                UserError.of(ErrorCode.LIMIT_REACHED, "The account would have more points than any may", "amount");
            case IDEMPOTENCY_KEY_REUSED ->
                UserError.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, "The key stands for another command", "key");
            case INSUFFICIENT_POINTS, UNKNOWN_HOLD, HOLD_ENDED ->
                throw new IllegalStateException("A grant was refused with " + reason);
        };
    }

    private static UserError invalid(BadInput bad) {
        return UserError.of(ErrorCode.INVALID, Objects.requireNonNull(bad.getMessage()), bad.argument());
    }
}
