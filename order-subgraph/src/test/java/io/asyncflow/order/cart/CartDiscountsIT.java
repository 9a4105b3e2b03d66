package io.asyncflow.order.cart;

import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.cart.CartClient.Allocation;
import io.asyncflow.order.cart.CartClient.Amount;
import io.asyncflow.order.cart.CartClient.DiscountCode;
import io.asyncflow.order.cart.CartClient.View;
import io.asyncflow.order.coupon.CouponClient;
import io.asyncflow.support.identity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What discount codes and taxes do to carts. Small mugs cost 12000, large ones 15000, tea 9900. */
class CartDiscountsIT extends WithCarts {

    private CouponClient staff;
    private View cart;

    @BeforeEach
    void fill() {
        staff = new CouponClient(http).as(someone(), Role.STAFF);
        cart = guest().createWith(line(SMALL.id(), 1), line(LARGE.id(), 1), line(TEA.id(), 1));
    }

    @Test
    void takeNothingOffWithoutCodes() {
        assertThat(cart.cost()).isEqualTo(new CartClient.Cost(won(36_900), won(0), won(3355), won(36_900)));
        assertThat(cart.discountCodes()).isEmpty();
        assertThat(cart.discountAllocations()).isEmpty();
    }

    @Test
    void takeOffWhatLinesShareToTheLastWon() {
        String code = staff.made(Map.of("amount", "1000", "currencyCode", "KRW"));

        View changed =
                guest().tryCodes(cart.id(), code.toLowerCase(Locale.ROOT)).changed();

        assertThat(changed.discountCodes()).containsExactly(new DiscountCode(code, true, null));
        assertThat(changed.discountAllocations()).containsExactly(new Allocation(code, won(1000)));
        assertThat(changed.cost()).isEqualTo(new CartClient.Cost(won(36_900), won(1000), won(3264), won(35_900)));
        // 325.2, 406.5 and 268.3 would be exact.
        assertThat(changed.lines().nodes().stream().map(CartClient.Line::discountAllocations))
                .containsExactly(
                        List.of(new Allocation(code, won(325))),
                        List.of(new Allocation(code, won(407))),
                        List.of(new Allocation(code, won(268))));
        assertThat(changed.line(0).cost().subtotalAmount()).isEqualTo(won(12_000));
        assertThat(changed.line(0).cost().totalAmount()).isEqualTo(won(11_675));
        assertThat(guest().cart(cart.id())).isEqualTo(changed);
    }

    @Test
    void areForWhatTheyAreForOnly() {
        String product = staff.made(Map.of("percentage", "10", "variantIds", List.of(TEA.id()), "combinable", true));
        String mug = staff.made(Map.of("percentage", "50", "productIds", List.of(MUG.id()), "combinable", true));

        View changed = guest().tryCodes(cart.id(), product, mug).changed();

        assertThat(changed.discountAllocations())
                .containsExactly(new Allocation(product, won(990)), new Allocation(mug, won(13_500)));
        assertThat(changed.line(2).discountAllocations()).containsExactly(new Allocation(product, won(990)));
        assertThat(changed.line(0).discountAllocations()).containsExactly(new Allocation(mug, won(6000)));
    }

    @Test
    void tellWhyTheyTakeNothingOff() {
        String dollars = staff.made(Map.of("amount", "5", "currencyCode", "USD"));
        String minimum = staff.made(Map.of("percentage", "10", "minimumSubtotal", "36901", "currencyCode", "KRW"));
        String other =
                staff.made(Map.of("percentage", "10", "variantIds", List.of("variant_01h455vb4pex5vsknk084sn02q")));
        String claimed = staff.made(Map.of("percentage", "10", "claimOnly", true));
        String later = staff.made(Map.of("percentage", "10", "startsAt", "2999-01-01T00:00:00Z"));

        View changed = guest().tryCodes(cart.id(), "nonsense", dollars, minimum, other, claimed, later)
                .changed();

        assertThat(changed.discountCodes())
                .containsExactly(
                        new DiscountCode("NONSENSE", false, "UNKNOWN"),
                        new DiscountCode(dollars, false, "OTHER_CURRENCY"),
                        new DiscountCode(minimum, false, "MINIMUM_NOT_REACHED"),
                        new DiscountCode(other, false, "NOTHING_ELIGIBLE"),
                        new DiscountCode(claimed, false, "SIGN_IN_REQUIRED"),
                        new DiscountCode(later, false, "NOT_YET_VALID"));
        assertThat(changed.total()).isEqualTo("36900");
    }

    @Test
    void countAsSoonAsTheyCan() {
        String minimum = staff.made(Map.of("percentage", "10", "minimumSubtotal", "40000", "currencyCode", "KRW"));
        guest().tryCodes(cart.id(), minimum);

        View more = guest().add(cart.id(), line(TEA.id(), 1)).changed();

        assertThat(more.discountCodes()).containsExactly(new DiscountCode(minimum, true, null));
        assertThat(more.total()).isEqualTo("42120");
        assertThat(guest().remove(cart.id(), cart.line(0).id()).changed().discountCodes())
                .containsExactly(new DiscountCode(minimum, false, "MINIMUM_NOT_REACHED"));
    }

    @Test
    void standAloneUnlessAllCanBeCombined() {
        String alone = staff.made(Map.of("percentage", "10"));
        String sociable = staff.made(Map.of("percentage", "20", "combinable", true));

        assertThat(guest().tryCodes(cart.id(), alone, sociable).changed().discountCodes())
                .containsExactly(
                        new DiscountCode(alone, true, null), new DiscountCode(sociable, false, "NOT_COMBINABLE"));
        assertThat(guest().tryCodes(cart.id(), sociable, alone).changed().discountCodes())
                .containsExactly(
                        new DiscountCode(sociable, true, null), new DiscountCode(alone, false, "NOT_COMBINABLE"));
    }

    @Test
    void countOnceAndUntilOthersTakeTheirPlace() {
        String code = staff.made(Map.of("percentage", "10", "combinable", true));

        View once =
                guest().tryCodes(cart.id(), code, code.toLowerCase(Locale.ROOT)).changed();
        assertThat(once.discountAllocations()).containsExactly(new Allocation(code, won(3690)));

        assertThat(guest().tryCodes(cart.id()).changed().cost()).isEqualTo(cart.cost());
    }

    @Test
    void dependOnWhoseCartItIs() {
        String claimOnly = staff.made(Map.of("percentage", "10", "claimOnly", true));
        var buyer = someone();
        var client = guest().as(buyer);
        var own = client.createWith(line(TEA.id(), 1));
        assertThat(client.tryCodes(own.id(), claimOnly).changed().discountCodes())
                .containsExactly(new DiscountCode(claimOnly, false, "NOT_CLAIMED"));

        new CouponClient(http).as(buyer, Role.CUSTOMER).claim(claimOnly);

        assertThat(client.known(own.id()).total()).isEqualTo("8910");
    }

    @Test
    void areTriedByNobodyElse() {
        var own = guest().as(someone()).createWith(line(TEA.id(), 1));

        for (var answer : List.of(guest().tryCodes(own.id(), "ANY"), guest().deliverTo(own.id(), "DE"))) {
            assertThat(answer.userErrors()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("NOT_FOUND");
                assertThat(problem.field()).containsExactly("cartId");
            });
        }
    }

    @Test
    void refuseCodesThatCannotBeAny() {
        refused(guest().tryCodes(cart.id(), "FINE", " "), "discountCodes", "1");
        refused(guest().tryCodes(cart.id(), "x".repeat(41)), "discountCodes", "0");
        refused(guest().tryCodes(cart.id(), "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"), "discountCodes");
    }

    @Test
    void readManyCartsWithTheirCodesInTwoStatements() {
        String code = staff.made(Map.of("percentage", "10"));
        guest().tryCodes(cart.id(), code);
        var other = guest().createWith(line(TEA.id(), 1));
        guest().tryCodes(other.id(), code, "NONSENSE");
        counter.reset();

        http.document("query($one: ID!, $other: ID!) { one: cart(id: $one) { cost { totalAmount { amount } } }"
                        + " other: cart(id: $other) { discountCodes { applicable } } }")
                .variable("one", cart.id())
                .variable("other", other.id())
                .execute()
                .path("one.cost.totalAmount.amount")
                .entity(String.class)
                .isEqualTo("33210");

        assertThat(counter.statements()).hasSize(2);
    }

    @Test
    void addTheTaxOfTheCountryWhereThingsGo() {
        var dollars = guest().create(Map.of("currencyCode", "USD", "lines", List.of(line(SMALL.id(), 1))))
                .changed();
        assertThat(dollars.cost().totalTaxAmount()).isNull();
        assertThat(dollars.total()).isEqualTo("8.99");

        var german = guest().deliverTo(dollars.id(), "DE").changed();
        assertThat(german.cost().totalTaxAmount()).isEqualTo(new Amount("1.71", "USD"));
        assertThat(german.total()).isEqualTo("10.70");
        assertThat(german.buyerIdentity().countryCode()).isEqualTo("DE");
        assertThat(guest().cart(dollars.id())).isEqualTo(german);

        assertThat(guest().deliverTo(dollars.id(), null).changed().total()).isEqualTo("8.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kr", "XX", "KOR", "독일"})
    void goToCountriesOnly(String country) {
        refused(guest().deliverTo(cart.id(), country), "buyerIdentity", "countryCode");
    }

    private void refused(CartClient.Payload answer, String... field) {
        assertThat(answer.cart()).isNull();
        assertThat(answer.userErrors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("INVALID");
            assertThat(problem.field()).containsExactly(field);
        });
        assertThat(guest().cart(cart.id())).isEqualTo(cart);
    }

    private static Amount won(long amount) {
        return new Amount(String.valueOf(amount), "KRW");
    }
}
