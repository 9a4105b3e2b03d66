package io.asyncflow.order.cart;

import io.asyncflow.order.coupon.CouponCode;
import io.asyncflow.order.coupon.Coupons;
import io.asyncflow.order.coupon.Presented;
import io.asyncflow.order.offer.Offer;
import io.asyncflow.order.offer.Offers;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.order.pricing.Country;
import io.asyncflow.support.identity.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What can be done with carts. Whoever may not see a cart finds none. */
@Component
public class Carts {

    private final CartTable carts;
    private final Offers offers;
    private final Coupons coupons;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Carts(CartTable carts, Offers offers, Coupons coupons, TransactionalOperator transaction, Clock clock) {
        this.carts = carts;
        this.offers = offers;
        this.coupons = coupons;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Map<CartId, Cart>> find(Collection<CartId> ids) {
        return Viewer.current()
                .flatMap(viewer -> carts.find(ids)
                        .filter(cart -> cart.visibleTo(viewer))
                        .collectList()
                        .flatMap(this::withCoupons))
                .map(found -> found.stream().collect(Collectors.toMap(Cart::id, Function.identity())));
    }

    public Mono<CartPayload> create(NewCart start) {
        return Mono.zip(Viewer.current(), offered(start.lines()))
                .map(known -> new CartEdit(empty(start, known.getT1()), known.getT2(), clock).apply(start.lines()))
                .flatMap(edited -> edited.cart() == null
                        ? Mono.just(edited)
                        : carts.insert(edited.cart())
                                .as(transaction::transactional)
                                .thenReturn(edited));
    }

    /** All changes or none. Who changes the same cart at the same time waits. */
    public Mono<CartPayload> change(CartId id, List<LineChange> changes) {
        return Mono.zip(Viewer.current(), offered(changes))
                .flatMap(known -> locked(
                        id,
                        known.getT1(),
                        cart -> save(cart, new CartEdit(cart, known.getT2(), clock).apply(changes))));
    }

    /** From now on these codes, and no others, are tried on the cart. */
    public Mono<CartPayload> present(CartId id, List<CouponCode> codes) {
        return changeTerms(
                id,
                terms -> terms.with(
                        codes.stream().distinct().map(Presented::unknown).toList()));
    }

    /** From now on the cart goes there; null when that is open again. */
    public Mono<CartPayload> sendTo(CartId id, @Nullable Country destination) {
        return changeTerms(id, terms -> terms.to(destination));
    }

    private Mono<CartPayload> changeTerms(CartId id, UnaryOperator<CartTerms> change) {
        return Viewer.current()
                .flatMap(viewer -> locked(id, viewer, cart -> {
                    Cart changed = cart.with(change.apply(cart.terms()), now());
                    return carts.updateTerms(changed).thenReturn(CartPayload.changed(changed));
                }));
    }

    /** Runs the command on the cart while nobody else changes it, and answers with the cart's coupons as they are after it. */
    private Mono<CartPayload> locked(CartId id, Viewer viewer, Function<Cart, Mono<CartPayload>> command) {
        return carts.findLocked(id)
                .filter(cart -> cart.visibleTo(viewer))
                .flatMap(command)
                .switchIfEmpty(Mono.fromSupplier(CartPayload::unknownCart))
                .as(transaction::transactional)
                .flatMap(this::priced);
    }

    private Mono<CartPayload> priced(CartPayload payload) {
        return payload.cart() == null
                ? Mono.just(payload)
                : withCoupons(List.of(payload.cart())).map(carts -> CartPayload.changed(carts.getFirst()));
    }

    /** The same carts with what is behind their codes, in one statement, or in none where there are no codes. */
    private Mono<List<Cart>> withCoupons(List<Cart> found) {
        return coupons.find(found.stream().flatMap(Carts::questions).toList())
                .map(answers -> found.stream()
                        .map(cart -> cart.with(
                                cart.terms()
                                        .with(questions(cart)
                                                .map(question -> answers.getOrDefault(
                                                        question, Presented.unknown(question.code())))
                                                .toList()),
                                cart.updatedAt()))
                        .toList());
    }

    private static Stream<Coupons.Question> questions(Cart cart) {
        return cart.terms().codes().stream().map(code -> new Coupons.Question(code.code(), cart.buyerId()));
    }

    private Mono<CartPayload> save(Cart before, CartPayload edited) {
        return edited.cart() == null || edited.cart().equals(before)
                ? Mono.just(edited)
                : carts.update(edited.cart()).thenReturn(edited);
    }

    private Mono<Map<VariantId, Offer>> offered(List<LineChange> changes) {
        return offers.find(changes.stream()
                .map(LineChange::brings)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    private Cart empty(NewCart start, Viewer viewer) {
        Instant now = now();
        return new Cart(
                CartId.random(),
                viewer.userId().orElse(null),
                start.note(),
                start.currency(),
                now,
                now,
                List.of(),
                CartTerms.NONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
