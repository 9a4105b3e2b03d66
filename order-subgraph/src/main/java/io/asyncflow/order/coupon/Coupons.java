package io.asyncflow.order.coupon;

import io.asyncflow.order.OrderId;
import io.asyncflow.order.coupon.CouponHold.Held;
import io.asyncflow.order.coupon.CouponHold.OrderHadOthers;
import io.asyncflow.order.coupon.CouponHold.Refused;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What can be done with coupons. An order keeps them when it is placed, and uses them or gives them back when it ends:
 * each once, however often it is asked for. All of it joins the transaction of its caller if there is one.
 */
@Component
public class Coupons {

    /** A code, and who would use it; null for a guest. */
    public record Question(CouponCode code, @Nullable UserId customer) {}

    /** What is behind a code for who has asked. */
    record Answer(Question question, Presented presented) {}

    private final CouponTable table;
    private final CouponUses uses;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Coupons(CouponTable table, CouponUses uses, TransactionalOperator transaction, Clock clock) {
        this.table = table;
        this.uses = uses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes a coupon; whether its code was free. */
    public Mono<Boolean> create(Coupon coupon, UserId by) {
        return Mono.defer(() -> table.insert(coupon, by, now()));
    }

    /** What is behind codes. One that is missing is no coupon's. */
    public Mono<Map<Question, Presented>> find(Collection<Question> questions) {
        return questions.isEmpty()
                ? Mono.just(Map.of())
                : Mono.defer(
                        () -> table.find(Set.copyOf(questions), now()).collectMap(Answer::question, Answer::presented));
    }

    /** Makes the coupon the account's. */
    public Mono<CouponClaim> claim(CouponCode code, UserId user) {
        var question = new Question(code, user);
        return find(Set.of(question))
                .map(found -> found.getOrDefault(question, Presented.unknown(code)))
                .flatMap(presented -> claim(presented, user));
    }

    private Mono<CouponClaim> claim(Presented presented, UserId user) {
        Coupon coupon = presented.coupon();
        CouponRefusal refusal = presented.refusal();
        if (coupon == null || refusal != null && refusal != CouponRefusal.NOT_CLAIMED) {
            return Mono.just(new CouponClaim.Refused(refusal == null ? CouponRefusal.UNKNOWN : refusal));
        }
        return table.claim(coupon.id(), user, now()).thenReturn(new CouponClaim.Claimed(coupon));
    }

    /** What the account has claimed, the newest first: what it can use now, what it cannot, or with null both. */
    public Mono<Connection<OwnedCoupon>> owned(UserId user, @Nullable Boolean usable, PageRequest page) {
        return Mono.defer(() -> table.owned(user, usable, page, now()));
    }

    /** Keeps all of the coupons for the order, or none. To be done at the start of a transaction, for it makes others wait. */
    public Mono<CouponHold> hold(OrderId order, @Nullable UserId customer, Set<CouponId> coupons) {
        return coupons.isEmpty()
                ? Mono.just(new Held())
                : uses.lock(order, customer, coupons)
                        .then(Mono.defer(() -> uses.of(order)))
                        .flatMap(before -> before.isEmpty()
                                ? keep(order, customer, coupons)
                                : Mono.just(repeated(before, coupons)))
                        .as(transaction::transactional);
    }

    private Mono<CouponHold> keep(OrderId order, @Nullable UserId customer, Set<CouponId> coupons) {
        return uses.hold(order, customer, coupons, now())
                .map(refusals -> refusals.isEmpty() ? new Held() : new Refused(refusals));
    }

    private static CouponHold repeated(Map<CouponId, Boolean> before, Set<CouponId> coupons) {
        return before.keySet().equals(coupons) && !before.containsValue(true) ? new Held() : new OrderHadOthers();
    }

    /** The order is complete: what it keeps is used. */
    public Mono<Void> use(OrderId order) {
        return Mono.defer(() -> uses.use(order, now()));
    }

    /** The order is canceled: what it keeps or has used can be used by others again. */
    public Mono<Void> giveBack(OrderId order) {
        return Mono.defer(() -> uses.giveBack(order, now())).as(transaction::transactional);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
