package io.asyncflow.order.coupon.graphql;

import io.asyncflow.order.coupon.Coupon;
import io.asyncflow.order.coupon.CouponCode;
import io.asyncflow.order.coupon.CouponId;
import io.asyncflow.order.offer.Offer;
import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.order.pricing.Rate;
import io.asyncflow.order.pricing.Reduction;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A coupon to be made, as clients send it. */
record CouponInput(
        String code,
        String title,
        @Nullable BigDecimal percentage,
        @Nullable BigDecimal amount,
        @Nullable CurrencyCode currencyCode,
        @Nullable BigDecimal maximumDiscount,
        @Nullable BigDecimal minimumSubtotal,
        @Nullable Integer useLimit,
        @Nullable Integer customerLimit,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Boolean claimOnly,
        @Nullable Boolean combinable,
        @Nullable List<String> productIds,
        @Nullable List<String> variantIds) {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_IDS = 250;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** The coupon, or a {@link BadInput}. */
    Coupon coupon(Clock clock) {
        Instant starts = startsAt == null ? clock.instant() : startsAt;
        return new Coupon(
                CouponId.next(clock),
                CouponCode.parse("input.code", code),
                Texts.required("input.title", title, LONGEST_TITLE),
                reduction(),
                money("maximumDiscount", maximumDiscount),
                money("minimumSubtotal", minimumSubtotal),
                limits(moment("startsAt", starts)),
                ids("productIds", productIds, ProductId::parse),
                ids("variantIds", variantIds, VariantId::parse));
    }

    private Coupon.Limits limits(Instant starts) {
        Instant ends = endsAt == null ? null : moment("endsAt", endsAt);
        if (ends != null && !ends.isAfter(starts)) {
            throw new BadInput("input.endsAt", "must be after startsAt");
        }
        return new Coupon.Limits(
                positive("useLimit", useLimit),
                positive("customerLimit", customerLimit),
                starts,
                ends,
                Boolean.TRUE.equals(claimOnly),
                Boolean.TRUE.equals(combinable));
    }

    private static @Nullable Integer positive(String field, @Nullable Integer limit) {
        if (limit != null && limit < 1) {
            throw new BadInput("input." + field, "must be at least 1");
        }
        return limit;
    }

    private Reduction reduction() {
        if ((percentage == null) == (amount == null)) {
            throw new BadInput("input.percentage", "or else amount must be given");
        }
        Money money = money("amount", amount);
        return money == null ? new Reduction.Percentage(rate()) : new Reduction.Amount(money);
    }

    private Rate rate() {
        try {
            Rate rate = Rate.percent(percentage == null ? BigDecimal.ZERO : percentage);
            if (rate.basisPoints() > 0) {
                return rate;
            }
        } catch (ArithmeticException | IllegalArgumentException outOfRange) {
            // Falls through: all that is wrong about it is told in one way.
        }
        throw new BadInput("input.percentage", "must be between 0.01 and 100, with at most two decimal places");
    }

    private @Nullable Money money(String field, @Nullable BigDecimal decimal) {
        if (decimal == null) {
            return null;
        }
        if (currencyCode == null) {
            throw new BadInput("input.currencyCode", "must be given with amounts");
        }
        try {
            Money money = Money.of(decimal, currencyCode);
            if (money.minorUnits() > 0 && money.minorUnits() <= Offer.LARGEST_PRICE) {
                return money;
            }
        } catch (ArithmeticException inexact) {
            // Falls through: all that is wrong about it is told in one way.
        }
        throw new BadInput(
                "input." + field, "must be an amount of " + currencyCode + " above 0, exact to its last unit");
    }

    private static Instant moment(String field, Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new BadInput("input." + field, "must be between the years 2000 and 9999");
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> Set<T> ids(String field, @Nullable List<String> ids, BiFunction<String, String, T> parse) {
        List<String> texts = ids == null ? List.of() : ids;
        if (texts.size() > MOST_IDS) {
            throw new BadInput("input." + field, "must not hold more than " + MOST_IDS + " ids");
        }
        return IntStream.range(0, texts.size())
                .mapToObj(i -> parse.apply("input." + field + "." + i, texts.get(i)))
                .collect(Collectors.toSet());
    }
}
