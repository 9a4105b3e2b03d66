package io.asyncflow.order.cart;

import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartLinesIT extends WithCarts {

    @Test
    void startsEmptyInWon() {
        var cart = guest().create(null).changed();

        assertThat(cart.id()).matches("cart_[0-7][0-9a-hjkmnp-tv-z]{25}");
        assertThat(cart.checkoutUrl()).isEqualTo("http://localhost:3000/checkout/" + cart.id());
        assertThat(cart.currencyCode()).isEqualTo("KRW");
        assertThat(cart.totalQuantity()).isZero();
        assertThat(cart.total()).isEqualTo("0");
        assertThat(cart.note()).isNull();
        assertThat(cart.buyer()).isNull();
        assertThat(cart.warnings()).isEmpty();
        assertThat(cart.lines().nodes()).isEmpty();
        assertThat(Instant.parse(cart.createdAt())).isEqualTo(Instant.parse(cart.updatedAt()));
        assertThat(guest().cart(cart.id())).isEqualTo(cart);
    }

    @Test
    void startsWithLinesANoteAndACurrency() {
        var cart = guest().create(Map.of(
                        "lines",
                        List.of(line(SMALL.id(), 2), line(TEA.id(), 1), line(SMALL.id(), 1)),
                        "note",
                        "  문 앞에 놓아 주세요  ",
                        "currencyCode",
                        "USD"))
                .changed();

        assertThat(cart.variants()).containsExactly(SMALL.id(), TEA.id());
        assertThat(cart.quantities()).containsExactly(3, 1);
        assertThat(cart.note()).isEqualTo("문 앞에 놓아 주세요");
        assertThat(cart.line(0).cost().amountPerQuantity()).isEqualTo(new CartClient.Amount("8.99", "USD"));
        assertThat(cart.line(0).cost().subtotalAmount().amount()).isEqualTo("26.97");
        assertThat(cart.line(0).cost().totalAmount().amount()).isEqualTo("26.97");
        assertThat(cart.cost().subtotalAmount()).isEqualTo(new CartClient.Amount("33.98", "USD"));
        assertThat(cart.cost().totalAmount()).isEqualTo(new CartClient.Amount("33.98", "USD"));
        assertThat(guest().cart(cart.id())).isEqualTo(cart);
    }

    @Test
    void addsToALineThatIsThereAlready() {
        var before = guest().createWith(line(SMALL.id(), 1), line(TEA.id(), 1));

        var after = guest().add(before.id(), line(LARGE.id(), 1), line(SMALL.id(), 4))
                .changed();

        assertThat(after.variants()).containsExactly(SMALL.id(), TEA.id(), LARGE.id());
        assertThat(after.quantities()).containsExactly(5, 1, 1);
        assertThat(after.line(0).id()).isEqualTo(before.line(0).id());
        assertThat(after.totalQuantity()).isEqualTo(7);
        assertThat(after.total()).isEqualTo("84900");
        assertThat(Instant.parse(after.updatedAt())).isAfter(Instant.parse(before.updatedAt()));
        assertThat(guest().cart(before.id())).isEqualTo(after);
    }

    @Test
    void addsOneWhenNoQuantityIsGiven() {
        var cart = guest().create(null).changed();

        assertThat(guest().add(cart.id(), Map.of("merchandiseId", TEA.id()))
                        .changed()
                        .quantities())
                .containsExactly(1);
    }

    @Test
    void changesNothingWhenNothingIsAdded() {
        var cart = guest().createWith(line(TEA.id(), 1));

        assertThat(guest().add(cart.id(), List.of()).changed()).isEqualTo(cart);
    }

    @Test
    void changesQuantitiesAndDropsALineAtZero() {
        var cart = guest().createWith(line(SMALL.id(), 1), line(TEA.id(), 2), line(LARGE.id(), 3));

        var after = guest().update(
                        cart.id(),
                        Map.of("id", cart.line(0).id(), "quantity", 9),
                        Map.of("id", cart.line(1).id(), "quantity", 0),
                        Map.of("id", cart.line(2).id()))
                .changed();

        assertThat(after.variants()).containsExactly(SMALL.id(), LARGE.id());
        assertThat(after.quantities()).containsExactly(9, 3);
        assertThat(guest().cart(cart.id())).isEqualTo(after);
    }

    @Test
    void exchangesTheVariantOfALine() {
        var cart = guest().createWith(line(SMALL.id(), 2), line(TEA.id(), 1));

        var after = guest().update(cart.id(), Map.of("id", cart.line(0).id(), "merchandiseId", LARGE.id()))
                .changed();

        assertThat(after.variants()).containsExactly(LARGE.id(), TEA.id());
        assertThat(after.line(0).id()).isEqualTo(cart.line(0).id());
        assertThat(after.total()).isEqualTo("39900");
        assertThat(guest().cart(cart.id())).isEqualTo(after);
    }

    @Test
    void joinsTwoLinesThatBecomeTheSame() {
        var cart = guest().createWith(line(SMALL.id(), 2), line(LARGE.id(), 3));

        var after = guest().update(
                        cart.id(), Map.of("id", cart.line(0).id(), "merchandiseId", LARGE.id(), "quantity", 1))
                .changed();

        assertThat(after.variants()).containsExactly(LARGE.id());
        assertThat(after.quantities()).containsExactly(4);
        assertThat(after.line(0).id()).isEqualTo(cart.line(1).id());
        assertThat(guest().cart(cart.id())).isEqualTo(after);
    }

    @Test
    void handsAVariantFromOneLineToAnother() {
        var cart = guest().createWith(line(SMALL.id(), 2), line(LARGE.id(), 3));

        var after = guest().update(
                        cart.id(),
                        Map.of("id", cart.line(0).id(), "merchandiseId", LARGE.id()),
                        Map.of("id", cart.line(1).id(), "merchandiseId", SMALL.id()))
                .changed();

        assertThat(after.variants()).containsExactly(SMALL.id());
        assertThat(after.quantities()).containsExactly(5);
        assertThat(guest().cart(cart.id())).isEqualTo(after);
    }

    @Test
    void takesLinesOut() {
        var cart = guest().createWith(line(SMALL.id(), 1), line(TEA.id(), 1), line(LARGE.id(), 1));

        var after = guest().remove(
                        cart.id(),
                        cart.line(0).id(),
                        cart.line(2).id(),
                        cart.line(0).id())
                .changed();

        assertThat(after.variants()).containsExactly(TEA.id());
        assertThat(guest().cart(cart.id())).isEqualTo(after);
    }

    @Test
    void putsNewThingsAtTheEnd() {
        var cart = guest().createWith(line(SMALL.id(), 1), line(TEA.id(), 1));
        guest().remove(cart.id(), cart.line(0).id());

        var after =
                guest().add(cart.id(), line(LARGE.id(), 1), line(SMALL.id(), 1)).changed();

        assertThat(after.variants()).containsExactly(TEA.id(), LARGE.id(), SMALL.id());
    }

    @Test
    void writesEachChangeInAFewStatements() {
        var cart = guest().createWith(line(SMALL.id(), 1), line(TEA.id(), 1));
        counter.reset();

        guest().add(cart.id(), line(LARGE.id(), 1), line(SMALL.id(), 1)).changed();

        // The offers, the lock, the cart with its lines, all its lines written.
        assertThat(counter.statements().stream().filter(sql -> !sql.matches("(?i)begin.*|commit.*|set.*")))
                .hasSize(4);
    }
}
