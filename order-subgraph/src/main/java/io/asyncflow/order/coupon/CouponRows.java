package io.asyncflow.order.coupon;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.order.offer.ProductId;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.order.pricing.Rate;
import io.asyncflow.order.pricing.Reduction;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Coupons as rows. */
final class CouponRows {

    static final String COLUMNS = """
            coupon.id, coupon.code, coupon.title, coupon.percentage, coupon.amount, coupon.currency,
            coupon.maximum_discount, coupon.minimum_subtotal, coupon.use_limit, coupon.customer_limit,
            coupon.starts_at, coupon.ends_at, coupon.claim_only, coupon.combinable,
            coupon.product_ids, coupon.variant_ids""";

    /** Why the customer of a row named {@code asked} cannot use the {@code coupon} at {@code :now}, whatever the purchase. */
    static final String REFUSAL = """
            case
              when coupon.id is null then 'UNKNOWN'
              when coupon.starts_at > :now then 'NOT_YET_VALID'
              when coupon.ends_at <= :now then 'EXPIRED'
              when coupon.uses >= coupon.use_limit then 'USED_UP'
              when asked.customer is null and (coupon.claim_only or coupon.customer_limit is not null)
                then 'SIGN_IN_REQUIRED'
              when coupon.claim_only and not exists (
                select from coupon_claim as claim
                where claim.coupon_id = coupon.id and claim.user_id = asked.customer) then 'NOT_CLAIMED'
              when coupon.customer_limit <= (
                select count(*) from coupon_use as used
                where used.coupon_id = coupon.id and used.user_id = asked.customer
                  and used.status <> 'RETURNED') then 'CUSTOMER_LIMIT_REACHED'
            end""";

    private CouponRows() {}

    static Coupon coupon(Readable row) {
        return new Coupon(
                new CouponId(required(row, "id", UUID.class)),
                new CouponCode(required(row, "code", String.class)),
                required(row, "title", String.class),
                reduction(row),
                money(row, "maximum_discount"),
                money(row, "minimum_subtotal"),
                new Coupon.Limits(
                        row.get("use_limit", Integer.class),
                        row.get("customer_limit", Integer.class),
                        required(row, "starts_at", Instant.class),
                        row.get("ends_at", Instant.class),
                        required(row, "claim_only", Boolean.class),
                        required(row, "combinable", Boolean.class)),
                ids(row, "product_ids", ProductId::new),
                ids(row, "variant_ids", VariantId::new));
    }

    static @Nullable CouponRefusal refusal(Readable row) {
        String name = row.get("refusal", String.class);
        return name == null ? null : CouponRefusal.valueOf(name);
    }

    static Parameter nullable(Class<?> type, @Nullable Object value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static Reduction reduction(Readable row) {
        Integer percentage = row.get("percentage", Integer.class);
        return percentage == null
                ? new Reduction.Amount(Objects.requireNonNull(money(row, "amount")))
                : new Reduction.Percentage(new Rate(percentage));
    }

    private static @Nullable Money money(Readable row, String column) {
        Long minorUnits = row.get(column, Long.class);
        return minorUnits == null
                ? null
                : new Money(minorUnits, CurrencyCode.valueOf(required(row, "currency", String.class)));
    }

    private static <T> Set<T> ids(Readable row, String column, Function<UUID, T> id) {
        return Stream.of(required(row, column, UUID[].class)).map(id).collect(Collectors.toSet());
    }
}
