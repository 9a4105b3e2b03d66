package io.asyncflow.order.coupon;

import static io.asyncflow.order.coupon.CouponRows.nullable;
import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.order.OrderId;
import io.asyncflow.support.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which orders keep, use and give back which coupons. */
@Component
class CouponUses {

    private final DatabaseClient database;

    CouponUses(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Makes others wait until the transaction ends who want what could run out: the same order's coupons, the customer's,
     * and the limited ones, in this order. Only a later statement sees what those have done that this one waited for.
     */
    Mono<Void> lock(OrderId order, @Nullable UserId customer, Collection<CouponId> coupons) {
        return database.sql("""
                        with turn as materialized (
                          select count(pg_advisory_xact_lock(hashtextextended(name, 1))) as locks
                          from (select name from unnest(:names) with ordinality as named (name, place) order by place)
                            as names
                        )
                        select (
                          select count(*)
                          from (
                            select id
                            from coupon
                            where id = any(:coupons) and use_limit is not null and turn.locks > 0
                            order by id
                            for no key update
                          ) as limited
                        )
                        from turn""")
                .bind(
                        "names",
                        customer == null
                                ? new String[] {order.toString()}
                                : new String[] {order.toString(), customer.toString()})
                .bind("coupons", uuids(coupons))
                .then();
    }

    /** What the order keeps, has used or has given back: each with whether it was given back. */
    Mono<Map<CouponId, Boolean>> of(OrderId order) {
        return database.sql("select coupon_id, status = 'RETURNED' as returned from coupon_use where order_id = :order")
                .bind("order", order.uuid())
                .map(row -> Map.entry(
                        new CouponId(required(row, "coupon_id", UUID.class)), required(row, "returned", Boolean.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Keeps all for the order if nothing is against any; otherwise tells what is. Counts right only after {@link #lock}. */
    Mono<Map<CouponId, CouponRefusal>> hold(
            OrderId order, @Nullable UserId customer, Collection<CouponId> coupons, Instant now) {
        return database.sql("""
                        with asked as (
                          select id, cast(:customer as uuid) as customer from unnest(:coupons) as id
                        ), refused as (
                          select asked.id, %s as refusal
                          from asked
                          left join coupon on coupon.id = asked.id
                        ), counted as (
                          update coupon
                          set uses = uses + 1
                          where use_limit is not null and id = any(:coupons)
                            and not exists (select from refused where refusal is not null)
                        ), held as (
                          insert into coupon_use (coupon_id, order_id, user_id, status, held_at, changed_at)
                          select id, :order, customer, 'HELD', :now, :now
                          from asked
                          where not exists (select from refused where refusal is not null)
                        )
                        select id, refusal from refused where refusal is not null""".formatted(CouponRows.REFUSAL))
                .bind("order", order.uuid())
                .bind("customer", nullable(UUID.class, customer == null ? null : customer.uuid()))
                .bind("coupons", uuids(coupons))
                .bind("now", now)
                .map(row -> Map.entry(
                        new CouponId(required(row, "id", UUID.class)), Objects.requireNonNull(CouponRows.refusal(row))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> use(OrderId order, Instant now) {
        return database.sql("""
                        update coupon_use
                        set status = 'USED', changed_at = :now
                        where order_id = :order and status = 'HELD'""").bind("order", order.uuid()).bind("now", now).then();
    }

    /** Locks coupons in the order in which {@link #lock} does. Who comes second finds nothing to give back any more. */
    Mono<Void> giveBack(OrderId order, Instant now) {
        return database.sql("""
                        with kept as (
                          select coupon_id
                          from coupon_use
                          where order_id = :order and status <> 'RETURNED'
                          order by coupon_id
                          for update
                        ), limited as (
                          select id
                          from coupon
                          where use_limit is not null and id in (select coupon_id from kept)
                          order by id
                          for no key update
                        ), returned as (
                          update coupon_use
                          set status = 'RETURNED', changed_at = :now
                          where order_id = :order and coupon_id in (select coupon_id from kept)
                        )
                        update coupon set uses = uses - 1 where id in (select id from limited)""").bind("order", order.uuid()).bind("now", now).then();
    }

    private static UUID[] uuids(Collection<CouponId> coupons) {
        return coupons.stream().map(CouponId::uuid).toArray(UUID[]::new);
    }
}
