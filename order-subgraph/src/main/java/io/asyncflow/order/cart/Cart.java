package io.asyncflow.order.cart;

import io.asyncflow.order.pricing.Allocation;
import io.asyncflow.order.pricing.Country;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.money.CurrencyCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to buy, at the prices of this moment.
 *
 * @param buyerId whose it is; null for a guest's
 * @param lines in the order in which they were put in, each for another variant
 * @param terms what decides about the prices beside the lines
 */
public record Cart(
        CartId id,
        @Nullable UserId buyerId,
        @Nullable String note,
        CurrencyCode currencyCode,
        Instant createdAt,
        Instant updatedAt,
        List<CartLine> lines,
        CartTerms terms) {

    static final int MOST_LINES = 250;

    /** Who buys, as far as they have told. */
    public record BuyerIdentity(@Nullable Country countryCode) {}

    public Cart {
        lines = List.copyOf(lines);
    }

    /** A guest's cart opens to whoever knows its id; an account's to that account only. */
    boolean visibleTo(Viewer viewer) {
        return buyerId == null || viewer.userId().equals(Optional.of(buyerId));
    }

    Cart with(Collection<CartLine> changed, Instant now) {
        return List.copyOf(changed).equals(lines)
                ? this
                : new Cart(id, buyerId, note, currencyCode, createdAt, now, List.copyOf(changed), terms);
    }

    Cart with(CartTerms changed, Instant now) {
        return new Cart(id, buyerId, note, currencyCode, createdAt, now, lines, changed);
    }

    public int totalQuantity() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    /** Adds everything up, each time anew. */
    public CartCosts costs() {
        return CartCosts.of(this);
    }

    public CartCosts.Cost cost() {
        return costs().cost();
    }

    public List<Allocation> discountAllocations() {
        return costs().totals().discounts();
    }

    public List<CartCosts.DiscountCode> discountCodes() {
        return costs().codes();
    }

    public BuyerIdentity buyerIdentity() {
        return new BuyerIdentity(terms.destination());
    }

    public List<CartWarning> warnings() {
        return lines.stream().flatMap(line -> line.warning().stream()).toList();
    }
}
