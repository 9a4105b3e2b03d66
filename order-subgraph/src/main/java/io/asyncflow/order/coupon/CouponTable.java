package io.asyncflow.order.coupon;

import static io.asyncflow.order.coupon.CouponRows.nullable;
import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.order.pricing.Reduction;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.TypedId;
import io.asyncflow.support.money.Money;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.r2dbc.spi.Parameter;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The coupons, and who has claimed them. */
@Component
class CouponTable {

    /** A code on its way into the database. */
    private record Asked(String code, @Nullable UUID customer) {

        static Asked of(Coupons.Question question) {
            UserId customer = question.customer();
            return new Asked(question.code().text(), customer == null ? null : customer.uuid());
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Keyset<OwnedCoupon> NEWEST_FIRST = Keyset.<OwnedCoupon>ordered("owned-coupons")
            .by("asked.claimed_at", "timestamptz", OwnedCoupon::claimedAt)
            .by("coupon.id", "uuid", owned -> owned.coupon().id().uuid())
            .reversed(true);

    private final DatabaseClient database;

    CouponTable(DatabaseClient database) {
        this.database = database;
    }

    /** Whether the code was free. */
    Mono<Boolean> insert(Coupon coupon, UserId by, Instant now) {
        var limits = coupon.limits();
        var reduction = coupon.reduction();
        return database.sql("""
                        insert into coupon (
                          id, code, title, percentage, amount, currency, maximum_discount, minimum_subtotal, use_limit,
                          customer_limit, starts_at, ends_at, claim_only, combinable, product_ids, variant_ids,
                          created_by, created_at)
                        values (
                          :id, :code, :title, :percentage, :amount, :currency, :maximum, :minimum, :uses, :perCustomer,
                          :starts, :ends, :claimOnly, :combinable, :products, :variants, :by, :now)
                        on conflict (code) do nothing""")
                .bind("id", coupon.id().uuid())
                .bind("code", coupon.code().text())
                .bind("title", coupon.title())
                .bind(
                        "percentage",
                        nullable(
                                Integer.class,
                                reduction instanceof Reduction.Percentage part
                                        ? part.rate().basisPoints()
                                        : null))
                .bind("amount", minorUnits(coupon.amount()))
                .bind(
                        "currency",
                        nullable(
                                String.class,
                                coupon.currency() == null
                                        ? null
                                        : coupon.currency().name()))
                .bind("maximum", minorUnits(coupon.maximumDiscount()))
                .bind("minimum", minorUnits(coupon.minimumSubtotal()))
                .bind("uses", nullable(Integer.class, limits.uses()))
                .bind("perCustomer", nullable(Integer.class, limits.usesPerCustomer()))
                .bind("starts", limits.startsAt())
                .bind("ends", nullable(Instant.class, limits.endsAt()))
                .bind("claimOnly", limits.claimOnly())
                .bind("combinable", limits.combinable())
                .bind("products", uuids(coupon.products()))
                .bind("variants", uuids(coupon.variants()))
                .bind("by", by.uuid())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What there is of the codes, for those who have typed them in: one statement however many. */
    Flux<Coupons.Answer> find(Collection<Coupons.Question> questions, Instant now) {
        return database.sql("""
                        select %s, asked.customer, %s as refusal
                        from jsonb_to_recordset(cast(:asked as jsonb)) as asked (code text, customer uuid)
                        join coupon on coupon.code = asked.code""".formatted(CouponRows.COLUMNS, CouponRows.REFUSAL))
                .bind(
                        "asked",
                        JSON.writeValueAsString(
                                questions.stream().map(Asked::of).toList()))
                .bind("now", now)
                .map(row -> {
                    Coupon coupon = CouponRows.coupon(row);
                    UUID customer = row.get("customer", UUID.class);
                    return new Coupons.Answer(
                            new Coupons.Question(coupon.code(), customer == null ? null : new UserId(customer)),
                            new Presented(coupon.code(), coupon, CouponRows.refusal(row)));
                })
                .all();
    }

    Mono<Void> claim(CouponId coupon, UserId user, Instant now) {
        return database.sql("""
                        insert into coupon_claim (coupon_id, user_id, claimed_at)
                        values (:coupon, :user, :now)
                        on conflict (user_id, coupon_id) do nothing""")
                .bind("coupon", coupon.uuid())
                .bind("user", user.uuid())
                .bind("now", now)
                .then();
    }

    /** What the account has claimed: what it can use now, what it cannot, or with null both. */
    Mono<Connection<OwnedCoupon>> owned(UserId user, @Nullable Boolean usable, PageRequest page, Instant now) {
        var statement = database.sql("""
                        select %s, asked.claimed_at, %s as refusal
                        from (
                          select coupon_id, user_id as customer, claimed_at from coupon_claim where user_id = :user
                        ) as asked
                        join coupon on coupon.id = asked.coupon_id
                        where (cast(:usable as boolean) is null or (%s is null) = :usable) and %s
                        order by %s
                        limit :limit""".formatted(
                                CouponRows.COLUMNS,
                                CouponRows.REFUSAL,
                                CouponRows.REFUSAL,
                                NEWEST_FIRST.where(page),
                                NEWEST_FIRST.orderBy(page)))
                .bind("user", user.uuid())
                .bind("usable", nullable(Boolean.class, usable))
                .bind("now", now)
                .bind("limit", page.limit());
        return NEWEST_FIRST
                .bind(statement, page)
                .map(row -> new OwnedCoupon(
                        CouponRows.coupon(row), required(row, "claimed_at", Instant.class), CouponRows.refusal(row)))
                .all()
                .collectList()
                .map(rows -> NEWEST_FIRST.connection(page, rows, null));
    }

    private static Parameter minorUnits(@Nullable Money money) {
        return nullable(Long.class, money == null ? null : money.minorUnits());
    }

    private static UUID[] uuids(Collection<? extends TypedId> ids) {
        return ids.stream().map(TypedId::uuid).toArray(UUID[]::new);
    }
}
