package io.asyncflow.order.cart;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.money.CurrencyCode;
import io.asyncflow.support.money.Money;
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
 */
public record Cart(
        CartId id,
        @Nullable UserId buyerId,
        @Nullable String note,
        CurrencyCode currencyCode,
        Instant createdAt,
        Instant updatedAt,
        List<CartLine> lines) {

    static final int MOST_LINES = 250;

    /** What a cart costs; nothing is added or taken off yet, so that both sums are one. */
    public record Cost(Money subtotalAmount, Money totalAmount) {}

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
                : new Cart(id, buyerId, note, currencyCode, createdAt, now, List.copyOf(changed));
    }

    public int totalQuantity() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    public Cost cost() {
        Money sum = lines.stream().map(line -> line.cost().totalAmount()).reduce(Money.zero(currencyCode), Money::plus);
        return new Cost(sum, sum);
    }

    public List<CartWarning> warnings() {
        return lines.stream().flatMap(line -> line.warning().stream()).toList();
    }
}
