package io.asyncflow.order.cart.graphql;

import io.asyncflow.order.cart.NewCart;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.money.CurrencyCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new cart starts with, as clients send it. */
record CartInput(
        @Nullable List<CartLineInput> lines,
        @Nullable String note,
        @Nullable CurrencyCode currencyCode) {

    private static final int LONGEST_NOTE = 1000;

    static NewCart start(@Nullable CartInput input) {
        return input == null ? new NewCart(CurrencyCode.KRW, null, List.of()) : input.start();
    }

    private NewCart start() {
        return new NewCart(
                currencyCode == null ? CurrencyCode.KRW : currencyCode,
                kept(note),
                Numbered.map("input.lines", lines == null ? List.of() : lines, CartLineInput::add));
    }

    private static @Nullable String kept(@Nullable String note) {
        String text = note == null ? "" : Texts.optional("input.note", note, LONGEST_NOTE);
        return text.isEmpty() ? null : text;
    }
}
