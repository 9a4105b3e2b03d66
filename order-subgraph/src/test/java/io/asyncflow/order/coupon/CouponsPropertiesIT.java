package io.asyncflow.order.coupon;

import static io.asyncflow.order.coupon.CouponShop.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.OrderId;
import io.asyncflow.order.WithCatalog;
import io.asyncflow.order.coupon.CouponHold.Held;
import io.asyncflow.support.identity.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Random orders that keep, use and give back coupons with random limits. */
class CouponsPropertiesIT extends WithCatalog {

    private static final int COMMANDS = 80;
    private static final int CLIENTS = 16;

    @Autowired
    private Coupons coupons;

    @Autowired
    private DatabaseClient database;

    private CouponShop shop;

    @BeforeEach
    void open() {
        shop = new CouponShop(coupons, database);
    }

    /** An order as the model has it. */
    private record Kept(UserId customer, Set<CouponId> coupons) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void doWhatTheModelDoes(long seed) {
        var random = new Random(seed);
        var offered = someCoupons(random);
        var customers = List.of(CouponShop.customer(), CouponShop.customer());
        Map<OrderId, Kept> kept = new HashMap<>();
        for (int i = 0; i < COMMANDS; i++) {
            if (random.nextInt(3) > 0 || kept.isEmpty()) {
                OrderId order = CouponShop.order();
                var customer = customers.get(random.nextInt(customers.size()));
                var wanted = some(offered, random);
                boolean expected = wanted.stream().allMatch(coupon -> isFree(coupon, customer, kept));
                var ids = wanted.stream().map(Coupon::id).collect(Collectors.toSet());
                assertThat(outcome(coupons.hold(order, customer, ids)) instanceof Held)
                        .as("command %d", i)
                        .isEqualTo(expected);
                if (expected) {
                    kept.put(order, new Kept(customer, ids));
                }
            } else {
                OrderId order = List.copyOf(kept.keySet()).get(random.nextInt(kept.size()));
                if (random.nextBoolean()) {
                    StepVerifier.create(coupons.use(order)).verifyComplete();
                } else {
                    StepVerifier.create(coupons.giveBack(order)).verifyComplete();
                    kept.remove(order);
                }
            }
        }
        offered.forEach(coupon -> StepVerifier.create(shop.uses(coupon))
                .assertNext(uses -> assertThat(uses.listed()).isEqualTo(count(coupon, null, kept)))
                .verifyComplete());
        offered.forEach(this::assertWithinLimits);
    }

    /** Whatever order the commands get, no coupon is used beyond its limits. */
    @Test
    void areNeverUsedBeyondTheirLimitsByManyAtOnce() {
        var random = new Random(42);
        var offered = someCoupons(random);
        var customers =
                IntStream.range(0, 4).mapToObj(_ -> CouponShop.customer()).toList();
        var clients = IntStream.range(0, 300)
                .mapToObj(_ -> client(
                        customers.get(random.nextInt(customers.size())),
                        some(offered, random).stream().map(Coupon::id).collect(Collectors.toSet()),
                        random.nextInt(4)))
                .toList();

        StepVerifier.create(Flux.fromIterable(clients).flatMap(client -> client, CLIENTS))
                .expectNextCount(clients.size())
                .verifyComplete();

        offered.forEach(this::assertWithinLimits);
    }

    /** Holds, maybe twice at once, and mostly gives back or uses what it holds. */
    private Mono<CouponHold> client(UserId customer, Set<CouponId> wanted, int end) {
        OrderId order = CouponShop.order();
        Mono<CouponHold> hold = coupons.hold(order, customer, wanted);
        return switch (end) {
            case 0 -> hold.flatMap(held -> coupons.use(order).thenReturn(held));
            case 1 -> Mono.zip(hold, coupons.hold(order, customer, wanted)).map(both -> both.getT1());
            default ->
                hold.flatMap(held -> Mono.when(coupons.giveBack(order), coupons.use(order), coupons.giveBack(order))
                        .thenReturn(held));
        };
    }

    private List<Coupon> someCoupons(Random random) {
        var made = new ArrayList<Coupon>();
        for (int i = 0; i < 4; i++) {
            made.add(shop.coupon(limits(
                    i == 3 ? null : Integer.valueOf(1 + random.nextInt(8)),
                    random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(3)))));
        }
        return made;
    }

    private static Set<Coupon> some(List<Coupon> offered, Random random) {
        var chosen = new HashSet<Coupon>(Set.of(offered.get(random.nextInt(offered.size()))));
        offered.stream().filter(_ -> random.nextInt(4) == 0).forEach(chosen::add);
        return chosen;
    }

    private static boolean isFree(Coupon coupon, UserId customer, Map<OrderId, Kept> kept) {
        Integer uses = coupon.limits().uses();
        Integer perCustomer = coupon.limits().usesPerCustomer();
        return (uses == null || count(coupon, null, kept) < uses)
                && (perCustomer == null || count(coupon, customer, kept) < perCustomer);
    }

    private static int count(Coupon coupon, @Nullable UserId customer, Map<OrderId, Kept> kept) {
        return (int) kept.values().stream()
                .filter(order -> order.coupons().contains(coupon.id()))
                .filter(order -> customer == null || order.customer().equals(customer))
                .count();
    }

    private void assertWithinLimits(Coupon coupon) {
        var limits = coupon.limits();
        StepVerifier.create(shop.uses(coupon))
                .assertNext(uses -> {
                    assertThat(uses.counted()).isEqualTo(limits.uses() == null ? 0 : uses.listed());
                    assertThat(uses.listed())
                            .isLessThanOrEqualTo(Objects.requireNonNullElse(limits.uses(), Integer.MAX_VALUE));
                    assertThat(uses.byOneCustomer())
                            .isLessThanOrEqualTo(
                                    Objects.requireNonNullElse(limits.usesPerCustomer(), Integer.MAX_VALUE));
                })
                .verifyComplete();
    }

    private static CouponHold outcome(Mono<CouponHold> hold) {
        return hold.blockOptional().orElseThrow();
    }
}
