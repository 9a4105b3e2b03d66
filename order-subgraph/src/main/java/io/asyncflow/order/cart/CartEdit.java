package io.asyncflow.order.cart;

import static io.asyncflow.order.ErrorCode.INSUFFICIENT_STOCK;
import static io.asyncflow.order.ErrorCode.INVALID;
import static io.asyncflow.order.ErrorCode.NOT_FOUND;

import io.asyncflow.order.ErrorCode;
import io.asyncflow.order.cart.LineChange.Add;
import io.asyncflow.order.cart.LineChange.Remove;
import io.asyncflow.order.cart.LineChange.Update;
import io.asyncflow.order.offer.Offer;
import io.asyncflow.order.offer.VariantId;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.money.Money;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cart while its lines are being changed: afterwards all changes hold, or none and every reason is known. */
final class CartEdit {

    private final Cart cart;
    private final Map<VariantId, Offer> offers;
    private final Clock clock;
    private final Map<CartLineId, CartLine> lines = new LinkedHashMap<>();
    private final Set<CartLineId> updated = new HashSet<>();
    private final List<UserError> errors = new ArrayList<>();

    CartEdit(Cart cart, Map<VariantId, Offer> offers, Clock clock) {
        this.cart = cart;
        this.offers = offers;
        this.clock = clock;
        cart.lines().forEach(line -> lines.put(line.id(), line));
    }

    CartPayload apply(List<? extends LineChange> changes) {
        changes.forEach(this::apply);
        if (lines.size() > Cart.MOST_LINES) {
            refuse(INVALID, "A cart holds at most " + Cart.MOST_LINES + " lines", "lines");
        }
        return errors.isEmpty()
                ? CartPayload.changed(cart.with(lines.values(), clock.instant().truncatedTo(ChronoUnit.MICROS)))
                : CartPayload.refused(errors);
    }

    private void apply(LineChange change) {
        switch (change) {
            case Add add -> add(add);
            case Update update -> update(update);
            case Remove remove -> remove(remove);
        }
    }

    private void add(Add add) {
        Item item = item(add.at(), add.variant());
        if (item == null || !inRange(add.at(), add.quantity(), 1)) {
            return;
        }
        CartLine line = lineOf(add.variant()).orElseGet(() -> emptyLine(item));
        put(add.at(), line.with(item).with(line.quantity() + add.quantity()));
    }

    private void update(Update update) {
        CartLine line = lines.get(update.line());
        if (line == null || !updated.add(update.line())) {
            refuse(
                    line == null ? NOT_FOUND : INVALID,
                    line == null ? "There is no such line in the cart" : "This line stands here twice",
                    update.at() + ".id");
            return;
        }
        int quantity = update.quantity() == null ? line.quantity() : update.quantity();
        if (!inRange(update.at(), quantity, 0)) {
            return;
        }
        if (quantity == 0) {
            lines.remove(line.id());
        } else if (update.variant() == null
                || update.variant().equals(line.item().variant())) {
            put(update.at(), line.with(quantity));
        } else {
            exchange(update.at(), line.with(quantity), update.variant());
        }
    }

    private void exchange(String at, CartLine line, VariantId variant) {
        Item item = item(at, variant);
        if (item == null) {
            return;
        }
        Optional<CartLine> other = lineOf(variant);
        if (other.isPresent()) {
            lines.remove(line.id());
            put(at, other.get().with(item).with(other.get().quantity() + line.quantity()));
        } else {
            put(at, line.with(item));
        }
    }

    private void remove(Remove remove) {
        boolean known = cart.lines().stream().anyMatch(line -> line.id().equals(remove.line()));
        if (known) {
            lines.remove(remove.line());
        } else {
            refuse(NOT_FOUND, "There is no such line in the cart", remove.at());
        }
    }

    private void put(String at, CartLine line) {
        if (inRange(at, line.quantity(), 1)) {
            lines.put(line.id(), line);
        }
    }

    /** What the variant sells for in this cart, or null, and the reason noted, when it cannot be put in. */
    private @Nullable Item item(String at, VariantId variant) {
        Offer offer = offers.get(variant);
        if (offer == null || offer.vanished()) {
            refuse(NOT_FOUND, "The shop has no such product variant", at + ".merchandiseId");
            return null;
        }
        Money price = offer.price(cart.currencyCode());
        if (price == null || !offer.available()) {
            String reason = price == null ? "is not sold in " + cart.currencyCode() : "is not for sale at the moment";
            refuse(INSUFFICIENT_STOCK, offer.title() + " " + reason, at + ".merchandiseId");
            return null;
        }
        return new Item(variant, offer.product(), offer.title(), price, Item.Standing.ON_SALE);
    }

    private boolean inRange(String at, int quantity, int lowest) {
        if (quantity >= lowest && quantity <= CartLine.LARGEST_QUANTITY) {
            return true;
        }
        refuse(
                INVALID,
                "A line's quantity must be between " + lowest + " and " + CartLine.LARGEST_QUANTITY + ", but would be "
                        + quantity,
                at + ".quantity");
        return false;
    }

    private Optional<CartLine> lineOf(VariantId variant) {
        return lines.values().stream()
                .filter(line -> line.item().variant().equals(variant))
                .findFirst();
    }

    private CartLine emptyLine(Item item) {
        int last = lines.values().stream().mapToInt(CartLine::position).max().orElse(0);
        return new CartLine(new CartLineId(Uuid7.next(clock)), last + 1, item, 0);
    }

    private void refuse(ErrorCode code, String message, String at) {
        errors.add(UserError.of(code, message, at.split("\\.", -1)));
    }
}
