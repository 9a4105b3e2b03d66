package io.asyncflow.order.cart;

import io.asyncflow.order.offer.VariantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change to what is in a cart. */
public sealed interface LineChange {

    /** Where the change stands in the input: {@code lines.0}. */
    String at();

    /** The variant that the cart will hold, if the change brings one. */
    default Optional<VariantId> brings() {
        return switch (this) {
            case Add add -> Optional.of(add.variant());
            case Update update -> Optional.ofNullable(update.variant());
            case Remove _ -> Optional.empty();
        };
    }

    /** Puts something in. */
    record Add(String at, VariantId variant, int quantity) implements LineChange {}

    /** Changes a line; null leaves things as they are. */
    record Update(
            String at,
            CartLineId line,
            @Nullable VariantId variant,
            @Nullable Integer quantity) implements LineChange {}

    /** Takes a line out. */
    record Remove(String at, CartLineId line) implements LineChange {}
}
