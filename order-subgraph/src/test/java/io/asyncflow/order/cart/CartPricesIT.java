package io.asyncflow.order.cart;

import static io.asyncflow.order.Shelf.priced;
import static io.asyncflow.order.Shelf.product;
import static io.asyncflow.order.Shelf.soldOut;
import static io.asyncflow.order.Shelf.variant;
import static io.asyncflow.order.Shelf.with;
import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.StandInCatalog.Product;
import io.asyncflow.order.StandInCatalog.Variant;
import io.asyncflow.order.cart.CartClient.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Carts follow what the catalogue says, also after something was put in. */
class CartPricesIT extends WithCarts {

    private final Variant red = variant("LAMP-RED", "Red", "30000", "21.00");
    private final Variant blue = variant("LAMP-BLUE", "Blue", "32000", "22.50");
    private final Product lamp = product("Paper Lamp", red, blue);

    private View cartWithLamps() {
        follow(lamp);
        return guest().createWith(line(red.id(), 2), line(blue.id(), 1));
    }

    private void follow(Product changed) {
        CATALOG.put(changed);
        follow();
    }

    @Test
    void knowsAProductThatIsBrandNew() {
        CATALOG.put(lamp);

        assertThat(guest().createWith(line(red.id(), 2)).total()).isEqualTo("60000");
    }

    @Test
    void showsThePriceOfThisMoment() {
        var cart = cartWithLamps();

        follow(with(lamp, priced(red, Map.of("KRW", "25000", "USD", "18.00")), blue));

        var now = guest().known(cart.id());
        assertThat(now.line(0).cost().amountPerQuantity().amount()).isEqualTo("25000");
        assertThat(now.total()).isEqualTo("82000");
        assertThat(now.warnings()).isEmpty();
    }

    @Test
    void warnsOfWhatIsSoldOut() {
        var cart = cartWithLamps();

        follow(with(lamp, soldOut(red), blue));

        var now = guest().known(cart.id());
        assertThat(now.total()).isEqualTo("92000");
        assertThat(now.warnings())
                .containsExactly(new CartClient.Warning(
                        "MERCHANDISE_UNAVAILABLE",
                        "Paper Lamp (Red) is sold out or not for sale at the moment",
                        cart.line(0).id()));
        refused(now, red, "INSUFFICIENT_STOCK");

        var less = guest().update(cart.id(), Map.of("id", cart.line(0).id(), "quantity", 1));
        assertThat(less.changed().quantities()).containsExactly(1, 1);
        assertThat(less.warnings()).isEqualTo(now.warnings());
    }

    @Test
    void warnsOfWhatItsProductDoesNotListAnyMore() {
        var cart = cartWithLamps();

        follow(with(lamp, red));

        var now = guest().known(cart.id());
        assertThat(now.total()).isEqualTo("92000");
        assertThat(now.warnings())
                .containsExactly(new CartClient.Warning(
                        "MERCHANDISE_GONE",
                        "Paper Lamp (Blue) is not sold any more",
                        cart.line(1).id()));
        refused(now, blue, "NOT_FOUND");

        follow(with(lamp, red, blue));
        assertThat(guest().known(cart.id()).warnings()).isEmpty();
    }

    @Test
    void keepsTheLastPriceOfWhatIsNotSoldInItsCurrencyAnyMore() {
        var cart = cartWithLamps();

        follow(with(lamp, priced(red, Map.of("USD", "21.00")), blue));

        var now = guest().known(cart.id());
        assertThat(now.total()).isEqualTo("92000");
        assertThat(now.warnings()).extracting(CartClient.Warning::code).containsExactly("MERCHANDISE_UNAVAILABLE");
        refused(now, red, "INSUFFICIENT_STOCK");
        assertThat(guest().create(Map.of("currencyCode", "USD", "lines", List.of(line(red.id(), 3))))
                        .changed()
                        .total())
                .isEqualTo("63.00");
    }

    @Test
    void sellsNothingInACurrencyWithoutPrices() {
        var answer = guest().create(Map.of("currencyCode", "JPY", "lines", List.of(line(TEA.id(), 1))));

        assertThat(answer.cart()).isNull();
        assertThat(answer.userErrors())
                .containsExactly(new CartClient.Problem(
                        List.of("input", "lines", "0", "merchandiseId"),
                        "Jeju Tea is not sold in JPY",
                        "INSUFFICIENT_STOCK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1e30"})
    void offersNothingAtAPriceThatNoCartCanHold(String price) {
        var odd = variant("ODD", "Default Title", price, "1.00");
        var fine = variant("FINE", "Default Title", "1000000000000", "1.00");
        follow(product("Odd", odd, fine));

        refused(guest().create(null).changed(), odd, "INSUFFICIENT_STOCK");
        assertThat(guest().createWith(line(fine.id(), 999)).total()).isEqualTo("999000000000000");
    }

    private void refused(View cart, Variant variant, String code) {
        var answer = guest().add(cart.id(), line(variant.id(), 1));
        assertThat(answer.cart()).isNull();
        assertThat(answer.userErrors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).containsExactly("lines", "0", "merchandiseId");
        });
    }
}
