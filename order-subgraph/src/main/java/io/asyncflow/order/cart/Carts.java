package io.asyncflow.order.cart;

import io.asyncflow.order.offer.Offer;
import io.asyncflow.order.offer.Offers;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.identity.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What can be done with carts. Whoever may not see a cart finds none. */
@Component
public class Carts {

    private final CartTable carts;
    private final Offers offers;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Carts(CartTable carts, Offers offers, TransactionalOperator transaction, Clock clock) {
        this.carts = carts;
        this.offers = offers;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Map<CartId, Cart>> find(Collection<CartId> ids) {
        return Viewer.current()
                .flatMap(viewer ->
                        carts.find(ids).filter(cart -> cart.visibleTo(viewer)).collectMap(Cart::id));
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
                .flatMap(known -> carts.findLocked(id)
                        .filter(cart -> cart.visibleTo(known.getT1()))
                        .flatMap(cart -> save(cart, new CartEdit(cart, known.getT2(), clock).apply(changes)))
                        .switchIfEmpty(Mono.fromSupplier(CartPayload::unknownCart))
                        .as(transaction::transactional));
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Cart(
                CartId.random(), viewer.userId().orElse(null), start.note(), start.currency(), now, now, List.of());
    }
}
