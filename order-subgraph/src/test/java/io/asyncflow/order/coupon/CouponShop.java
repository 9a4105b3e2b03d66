package io.asyncflow.order.coupon;

import io.asyncflow.order.OrderId;
import io.asyncflow.order.pricing.Rate;
import io.asyncflow.order.pricing.Reduction;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Coupons to try things on, and what must hold for each of them at any time. */
record CouponShop(Coupons coupons, DatabaseClient database) {

    static final Clock CLOCK = Clock.systemUTC();

    /** How often a coupon is kept or used, counted in two ways, and by its busiest customer. */
    record Uses(int counted, int listed, int byOneCustomer) {}

    static OrderId order() {
        return new OrderId(Uuid7.next(CLOCK));
    }

    static UserId customer() {
        return new UserId(Uuid7.next(CLOCK));
    }

    static Coupon.Limits limits(@Nullable Integer uses, @Nullable Integer perCustomer) {
        return new Coupon.Limits(uses, perCustomer, ago(Duration.ofHours(1)), null, false, true);
    }

    static Coupon.Limits claimOnly() {
        return new Coupon.Limits(null, null, ago(Duration.ofHours(1)), null, true, true);
    }

    static Coupon.Limits between(Duration startedAgo, Duration endedAgo) {
        return new Coupon.Limits(null, null, ago(startedAgo), ago(endedAgo), false, true);
    }

    private static Instant ago(Duration duration) {
        return CLOCK.instant().minus(duration);
    }

    /** Ten percent off everything. */
    Coupon coupon(Coupon.Limits limits) {
        UUID id = Uuid7.next(CLOCK);
        var coupon = new Coupon(
                new CouponId(id),
                CouponCode.parse("code", id.toString()),
                "Ten percent",
                new Reduction.Percentage(new Rate(1000)),
                null,
                null,
                limits,
                Set.of(),
                Set.of());
        StepVerifier.create(coupons.create(coupon, customer())).expectNext(true).verifyComplete();
        return coupon;
    }

    Mono<Uses> uses(Coupon coupon) {
        return database.sql("""
                        select uses,
                          (select count(*)::int from coupon_use as u
                            where u.coupon_id = coupon.id and status <> 'RETURNED') as listed,
                          (select coalesce(max(n), 0)::int from (
                            select count(*) as n from coupon_use as u
                            where u.coupon_id = coupon.id and status <> 'RETURNED' and user_id is not null
                            group by user_id) as customers) as busiest
                        from coupon
                        where id = :id""")
                .bind("id", coupon.id().uuid())
                .map(row -> new Uses(
                        Objects.requireNonNull(row.get("uses", Integer.class)),
                        Objects.requireNonNull(row.get("listed", Integer.class)),
                        Objects.requireNonNull(row.get("busiest", Integer.class))))
                .one();
    }
}
