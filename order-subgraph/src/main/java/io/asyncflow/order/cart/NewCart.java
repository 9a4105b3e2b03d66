package io.asyncflow.order.cart;

import io.asyncflow.support.money.CurrencyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cart starts with. */
public record NewCart(CurrencyCode currency, @Nullable String note, List<LineChange> lines) {

    public NewCart {
        lines = List.copyOf(lines);
    }
}
