package io.asyncflow.order.coupon;

import static io.asyncflow.order.coupon.CouponShop.customer;
import static io.asyncflow.order.coupon.CouponShop.limits;
import static io.asyncflow.order.coupon.CouponShop.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.OrderId;
import io.asyncflow.order.WithCatalog;
import io.asyncflow.order.coupon.CouponHold.Held;
import io.asyncflow.order.coupon.CouponHold.OrderHadOthers;
import io.asyncflow.order.coupon.CouponHold.Refused;
import io.asyncflow.order.coupon.CouponShop.Uses;
import io.asyncflow.support.identity.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CouponsIT extends WithCatalog {

    private static final int CLIENTS = 64;

    @Autowired
    private Coupons coupons;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    private CouponShop shop;

    @BeforeEach
    void open() {
        shop = new CouponShop(coupons, database);
    }

    @Test
    void oneUseIsForOneOf64Orders() {
        Coupon coupon = shop.coupon(limits(1, null));

        assertHeld(1, _ -> coupons.hold(order(), null, Set.of(coupon.id())));

        assertUses(coupon, new Uses(1, 1, 0));
        assertRefused(coupon, null, CouponRefusal.USED_UP);
    }

    @Test
    void asManyOrdersAsThereAreUsesGetOne() {
        Coupon coupon = shop.coupon(limits(20, null));

        assertHeld(20, _ -> coupons.hold(order(), customer(), Set.of(coupon.id())));

        assertUses(coupon, new Uses(20, 20, 1));
    }

    @Test
    void aCustomerWith64OrdersGetsNoMoreThanOneMay() {
        Coupon coupon = shop.coupon(limits(null, 2));
        UserId customer = customer();

        assertHeld(2, _ -> coupons.hold(order(), customer, Set.of(coupon.id())));

        // Without a limit for all, nothing is counted that all would have to wait for.
        assertUses(coupon, new Uses(0, 2, 2));
        assertRefused(coupon, customer, CouponRefusal.CUSTOMER_LIMIT_REACHED);
        assertThat(hold(order(), customer(), coupon)).isInstanceOf(Held.class);
    }

    @Test
    void anOrderThatAsksOftenKeepsThemOnce() {
        Coupon limited = shop.coupon(limits(10, null));
        Coupon free = shop.coupon(limits(null, null));
        OrderId order = order();

        assertHeld(CLIENTS, _ -> coupons.hold(order, null, Set.of(limited.id(), free.id())));

        assertUses(limited, new Uses(1, 1, 0));
        assertUses(free, new Uses(0, 1, 0));
    }

    @Test
    void severalAreKeptTogetherOrNotAtAll() {
        Coupon many = shop.coupon(limits(40, null));
        Coupon few = shop.coupon(limits(5, null));
        Coupon free = shop.coupon(limits(null, null));

        assertHeld(5, _ -> coupons.hold(order(), customer(), Set.of(many.id(), few.id(), free.id())));

        assertUses(many, new Uses(5, 5, 1));
        assertUses(few, new Uses(5, 5, 1));
        assertUses(free, new Uses(0, 5, 1));
    }

    @Test
    void whatIsGivenBackOnceIsFreeOnce() {
        Coupon coupon = shop.coupon(limits(2, null));
        OrderId first = order();
        assertThat(hold(first, null, coupon)).isInstanceOf(Held.class);
        assertThat(hold(order(), null, coupon)).isInstanceOf(Held.class);
        assertRefused(coupon, null, CouponRefusal.USED_UP);

        StepVerifier.create(Flux.range(0, 16).flatMap(_ -> coupons.giveBack(first), 16))
                .verifyComplete();

        assertUses(coupon, new Uses(1, 1, 0));
        assertThat(hold(order(), null, coupon)).isInstanceOf(Held.class);
        assertRefused(coupon, null, CouponRefusal.USED_UP);
    }

    @Test
    void lateAndRepeatedEndsChangeNothing() {
        Coupon coupon = shop.coupon(limits(5, null));
        OrderId completed = order();
        OrderId canceled = order();
        hold(completed, null, coupon);
        hold(canceled, null, coupon);

        StepVerifier.create(coupons.use(completed)
                        .then(coupons.use(completed))
                        .then(coupons.giveBack(canceled))
                        .then(coupons.use(canceled))
                        .then(coupons.use(order()))
                        .then(coupons.giveBack(order())))
                .verifyComplete();

        assertThat(status(completed)).isEqualTo("USED");
        assertThat(status(canceled)).isEqualTo("RETURNED");
        assertUses(coupon, new Uses(1, 1, 0));
        StepVerifier.create(coupons.giveBack(completed)).verifyComplete();
        assertUses(coupon, new Uses(0, 0, 0));
    }

    @Test
    void anOrderKeepsNoOthersLater() {
        Coupon coupon = shop.coupon(limits(5, null));
        Coupon other = shop.coupon(limits(5, null));
        OrderId order = order();
        hold(order, null, coupon);

        assertThat(hold(order, null, other)).isInstanceOf(OrderHadOthers.class);
        StepVerifier.create(coupons.giveBack(order)).verifyComplete();
        assertThat(hold(order, null, coupon)).isInstanceOf(OrderHadOthers.class);

        assertUses(coupon, new Uses(0, 0, 0));
        assertUses(other, new Uses(0, 0, 0));
    }

    @Test
    void anOrderThatIsNotPlacedKeepsNothing() {
        Coupon coupon = shop.coupon(limits(1, null));

        StepVerifier.create(coupons.hold(order(), null, Set.of(coupon.id()))
                        .then(Mono.error(new IllegalStateException("The order cannot be placed")))
                        .as(transaction::transactional))
                .verifyError(IllegalStateException.class);

        assertUses(coupon, new Uses(0, 0, 0));
    }

    @Test
    void countOnlyInTheirTime() {
        assertRefused(
                shop.coupon(CouponShop.between(Duration.ofHours(-1), Duration.ofHours(-2))),
                null,
                CouponRefusal.NOT_YET_VALID);
        assertRefused(
                shop.coupon(CouponShop.between(Duration.ofHours(2), Duration.ofHours(1))), null, CouponRefusal.EXPIRED);
    }

    @Test
    void countForThoseWhoHaveClaimedThem() {
        Coupon coupon = shop.coupon(CouponShop.claimOnly());
        UserId customer = customer();
        assertRefused(coupon, null, CouponRefusal.SIGN_IN_REQUIRED);
        assertRefused(coupon, customer, CouponRefusal.NOT_CLAIMED);

        StepVerifier.create(Flux.range(0, 8).flatMap(_ -> coupons.claim(coupon.code(), customer), 8))
                .expectNextCount(8)
                .verifyComplete();

        assertThat(hold(order(), customer, coupon)).isInstanceOf(Held.class);
        assertRefused(coupon, customer(), CouponRefusal.NOT_CLAIMED);
    }

    @Test
    void countForNoGuestWhereCustomersAreCounted() {
        assertRefused(shop.coupon(limits(null, 1)), null, CouponRefusal.SIGN_IN_REQUIRED);
    }

    @Test
    void haveToBeThere() {
        assertThat(outcome(coupons.hold(order(), null, Set.of(CouponId.next(CouponShop.CLOCK)))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusals()).containsValue(CouponRefusal.UNKNOWN));
        assertThat(outcome(coupons.hold(order(), null, Set.of()))).isInstanceOf(Held.class);
    }

    /** The database's own net, for the day when the code's has a hole. */
    @Test
    void cannotBeUsedBeyondTheirLimitInTheDatabase() {
        Coupon coupon = shop.coupon(limits(1, null));

        for (int uses : new int[] {2, -1}) {
            StepVerifier.create(database.sql("update coupon set uses = :uses where id = :id")
                            .bind("uses", uses)
                            .bind("id", coupon.id().uuid())
                            .then())
                    .verifyError();
        }
    }

    private void assertHeld(long expected, IntFunction<Mono<CouponHold>> client) {
        StepVerifier.create(Flux.range(0, CLIENTS)
                        .flatMap(client::apply, CLIENTS)
                        .filter(Held.class::isInstance)
                        .count())
                .expectNext(expected)
                .verifyComplete();
    }

    private void assertUses(Coupon coupon, Uses expected) {
        StepVerifier.create(shop.uses(coupon)).expectNext(expected).verifyComplete();
    }

    private void assertRefused(Coupon coupon, @Nullable UserId customer, CouponRefusal reason) {
        assertThat(hold(order(), customer, coupon)).isEqualTo(new Refused(Map.of(coupon.id(), reason)));
    }

    private CouponHold hold(OrderId order, @Nullable UserId customer, Coupon coupon) {
        return outcome(coupons.hold(order, customer, Set.of(coupon.id())));
    }

    private static CouponHold outcome(Mono<CouponHold> hold) {
        return hold.blockOptional().orElseThrow();
    }

    private String status(OrderId order) {
        return database.sql("select status from coupon_use where order_id = :order")
                .bind("order", order.uuid())
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
