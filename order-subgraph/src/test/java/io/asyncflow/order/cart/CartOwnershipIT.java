package io.asyncflow.order.cart;

import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.cart.CartClient.Payload;
import io.asyncflow.support.identity.Role;
import io.asyncflow.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CartOwnershipIT extends WithCarts {

    @Test
    void remembersItsBuyer() {
        var buyer = someone();
        var cart = guest().as(buyer).createWith(line(TEA.id(), 1));

        assertThat(cart.buyer()).isEqualTo(new CartClient.Ref(buyer.toString()));
        assertThat(guest().as(buyer).cart(cart.id())).isEqualTo(cart);
        assertThat(guest().as(buyer).add(cart.id(), line(TEA.id(), 1)).changed().quantities())
                .containsExactly(2);
    }

    @Test
    void opensToNobodyButItsBuyer() {
        var cart = guest().as(someone()).createWith(line(TEA.id(), 1));

        for (CartClient stranger : List.of(guest(), guest().as(someone()))) {
            assertThat(stranger.cart(cart.id())).isNull();
            refused(stranger.add(cart.id(), line(TEA.id(), 1)));
            refused(stranger.update(cart.id(), Map.of("id", cart.line(0).id(), "quantity", 0)));
            refused(stranger.remove(cart.id(), cart.line(0).id()));
        }
    }

    @Test
    void hidesFromStrangersWhichLinesItHas() {
        var cart = guest().as(someone()).createWith(line(TEA.id(), 1));

        // The answer about a line that is there is the answer about one that is not.
        assertThat(guest().remove(cart.id(), cart.line(0).id()))
                .isEqualTo(guest().remove(cart.id(), "cartline_01h455vb4pex5vsknk084sn02q"));
    }

    @Test
    void leavesAGuestsCartToWhoeverKnowsItsId() {
        var cart = guest().createWith(line(TEA.id(), 1));

        var changed = guest().as(someone()).add(cart.id(), line(TEA.id(), 1)).changed();

        assertThat(changed.buyer()).isNull();
        assertThat(guest().cart(cart.id())).isEqualTo(changed);
    }

    @Test
    void givesStaffNoMoreThanOthers() {
        var cart = guest().as(someone()).createWith(line(TEA.id(), 1));
        var staff = http.mutate()
                .headers(headers -> headers.setBearerAuth(TestTokens.of(someone(), Role.STAFF, Role.ADMIN)))
                .build();

        assertThat(new CartClient(staff).cart(cart.id())).isNull();
    }

    private static void refused(Payload answer) {
        assertThat(answer.cart()).isNull();
        assertThat(answer.userErrors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("NOT_FOUND");
            assertThat(problem.field()).containsExactly("cartId");
        });
    }
}
