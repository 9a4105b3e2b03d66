package io.asyncflow.order.coupon.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.order.ErrorCode;
import io.asyncflow.order.coupon.Coupon;
import io.asyncflow.order.coupon.CouponClaim;
import io.asyncflow.order.coupon.CouponCode;
import io.asyncflow.order.coupon.CouponRefusal;
import io.asyncflow.order.coupon.Coupons;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Forbidden;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** What the graph lets people do with coupons. */
@DgsComponent
public class CouponChanges {

    private final Coupons coupons;
    private final Clock clock;

    CouponChanges(Coupons coupons, Clock clock) {
        this.coupons = coupons;
        this.clock = clock;
    }

    @DgsMutation
    public Mono<CouponPayload> couponCreate(@InputArgument CouponInput input) {
        return Viewer.signedIn()
                .filter(viewer -> viewer.has(Role.STAFF) || viewer.has(Role.ADMIN))
                .switchIfEmpty(Mono.error(() -> new Forbidden("Only those who work for the shop make coupons")))
                .flatMap(viewer -> create(input.coupon(clock), viewer.id()))
                .onErrorResume(BadInput.class, bad -> Mono.just(CouponPayload.refused(bad)));
    }

    private Mono<CouponPayload> create(Coupon coupon, UserId by) {
        return coupons.create(coupon, by)
                .map(free -> free
                        ? CouponPayload.of(coupon)
                        : CouponPayload.refused(ErrorCode.TAKEN, "There is a coupon with this code", "input.code"));
    }

    @DgsMutation
    public Mono<CouponPayload> couponClaim(@InputArgument String code) {
        return Viewer.signedIn()
                .flatMap(viewer -> coupons.claim(CouponCode.typed("code", code), viewer.id()))
                .map(CouponChanges::answer)
                .onErrorResume(BadInput.class, bad -> Mono.just(CouponPayload.refused(bad)));
    }

    private static CouponPayload answer(CouponClaim claim) {
        return switch (claim) {
            case CouponClaim.Claimed claimed -> CouponPayload.of(claimed.coupon());
            case CouponClaim.Refused refused -> refused(refused.reason());
        };
    }

    private static CouponPayload refused(CouponRefusal reason) {
        return switch (reason) {
            case UNKNOWN -> CouponPayload.refused(ErrorCode.NOT_FOUND, "There is no such coupon", "code");
            case NOT_YET_VALID -> CouponPayload.refused(ErrorCode.CONFLICT, "The coupon is not valid yet", "code");
            case EXPIRED -> CouponPayload.refused(ErrorCode.CONFLICT, "The coupon is not valid any more", "code");
            case USED_UP -> CouponPayload.refused(ErrorCode.LIMIT_REACHED, "The coupon is used up", "code");
            case CUSTOMER_LIMIT_REACHED ->
                CouponPayload.refused(ErrorCode.LIMIT_REACHED, "You have used the coupon already", "code");
            case SIGN_IN_REQUIRED, NOT_CLAIMED, OTHER_CURRENCY, NOTHING_ELIGIBLE, MINIMUM_NOT_REACHED, NOT_COMBINABLE ->
                throw new IllegalStateException("A claim was refused with " + reason);
        };
    }
}
