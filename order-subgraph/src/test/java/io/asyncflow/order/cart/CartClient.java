package io.asyncflow.order.cart;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.testing.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What a storefront does with carts, over HTTP. */
record CartClient(HttpGraphQlTester http) {

    record Amount(String amount, String currencyCode) {}

    record Cost(
            Amount subtotalAmount,
            Amount totalDiscountAmount,
            @Nullable Amount totalTaxAmount,
            Amount totalAmount) {}

    record LineCost(Amount amountPerQuantity, Amount subtotalAmount, Amount totalAmount) {}

    record Ref(String id) {}

    record Allocation(String code, Amount discountedAmount) {}

    record DiscountCode(
            String code, boolean applicable, @Nullable String problem) {}

    record BuyerIdentity(@Nullable String countryCode) {}

    record Line(String id, int quantity, Ref merchandise, LineCost cost, List<Allocation> discountAllocations) {}

    record Lines(List<Line> nodes, int totalCount) {}

    record Warning(String code, String message, String target) {}

    record View(
            String id,
            String checkoutUrl,
            int totalQuantity,
            @Nullable String note,
            String currencyCode,
            String createdAt,
            String updatedAt,
            @Nullable Ref buyer,
            Cost cost,
            List<DiscountCode> discountCodes,
            List<Allocation> discountAllocations,
            BuyerIdentity buyerIdentity,
            List<Warning> warnings,
            Lines lines) {

        List<Integer> quantities() {
            return lines.nodes().stream().map(Line::quantity).toList();
        }

        List<String> variants() {
            return lines.nodes().stream().map(line -> line.merchandise().id()).toList();
        }

        String total() {
            return cost.totalAmount().amount();
        }

        Line line(int index) {
            return lines.nodes().get(index);
        }
    }

    record Problem(@Nullable List<String> field, String message, String code) {}

    record Payload(@Nullable View cart, List<Problem> userErrors, List<Warning> warnings) {

        /** The cart, which there is only when nothing was refused. */
        View changed() {
            return Objects.requireNonNull(cart, () -> "refused: " + userErrors);
        }
    }

    record Found(@Nullable View cart) {}

    private static final String CART = """
            fragment All on Cart {
              id checkoutUrl totalQuantity note currencyCode createdAt updatedAt
              buyer { id }
              cost {
                subtotalAmount { amount currencyCode }
                totalDiscountAmount { amount currencyCode }
                totalTaxAmount { amount currencyCode }
                totalAmount { amount currencyCode }
              }
              discountCodes { code applicable problem }
              discountAllocations { code discountedAmount { amount currencyCode } }
              buyerIdentity { countryCode }
              warnings { code message target }
              lines(first: 250) {
                nodes {
                  id quantity
                  merchandise { ... on ProductVariant { id } }
                  cost {
                    amountPerQuantity { amount currencyCode }
                    subtotalAmount { amount currencyCode }
                    totalAmount { amount currencyCode }
                  }
                  discountAllocations { code discountedAmount { amount currencyCode } }
                }
                totalCount
              }
            }
            """;

    private static final String PAYLOAD =
            "{ cart { ...All } userErrors { field message code } warnings { code message target } } }" + CART;

    CartClient as(UserId user) {
        return new CartClient(http.mutate()
                .headers(headers -> headers.setBearerAuth(TestTokens.of(user, Role.CUSTOMER)))
                .build());
    }

    static Map<String, Object> line(String variant, int quantity) {
        return Map.of("merchandiseId", variant, "quantity", quantity);
    }

    @Nullable
    View cart(String id) {
        return http.document("query($id: ID!) { cart(id: $id) { ...All } }" + CART)
                .variable("id", id)
                .execute()
                .path("")
                .entity(Found.class)
                .get()
                .cart();
    }

    /** The cart, which there must be. */
    View known(String id) {
        return Objects.requireNonNull(cart(id), id);
    }

    @SafeVarargs
    final View createWith(Map<String, Object>... lines) {
        return create(Map.of("lines", List.of(lines))).changed();
    }

    Payload create(@Nullable Map<String, Object> input) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("input", input);
        return send("mutation($input: CartInput) { change: cartCreate(input: $input)", variables);
    }

    @SafeVarargs
    final Payload add(String cart, Map<String, Object>... lines) {
        return add(cart, List.of(lines));
    }

    Payload add(String cart, List<Map<String, Object>> lines) {
        return send(
                "mutation($cart: ID!, $lines: [CartLineInput!]!) { change: cartLinesAdd(cartId: $cart, lines: $lines)",
                Map.of("cart", cart, "lines", lines));
    }

    @SafeVarargs
    final Payload update(String cart, Map<String, Object>... lines) {
        return send(
                "mutation($cart: ID!, $lines: [CartLineUpdateInput!]!) {"
                        + " change: cartLinesUpdate(cartId: $cart, lines: $lines)",
                Map.of("cart", cart, "lines", List.of(lines)));
    }

    Payload remove(String cart, String... lines) {
        return send(
                "mutation($cart: ID!, $lines: [ID!]!) { change: cartLinesRemove(cartId: $cart, lineIds: $lines)",
                Map.of("cart", cart, "lines", List.of(lines)));
    }

    Payload tryCodes(String cart, String... codes) {
        return send(
                "mutation($cart: ID!, $codes: [String!]!) {"
                        + " change: cartDiscountCodesUpdate(cartId: $cart, discountCodes: $codes)",
                Map.of("cart", cart, "codes", List.of(codes)));
    }

    Payload deliverTo(String cart, @Nullable String country) {
        var identity = new HashMap<String, @Nullable Object>();
        identity.put("countryCode", country);
        return send(
                "mutation($cart: ID!, $identity: CartBuyerIdentityInput!) {"
                        + " change: cartBuyerIdentityUpdate(cartId: $cart, buyerIdentity: $identity)",
                Map.of("cart", cart, "identity", identity));
    }

    private Payload send(String mutation, Map<String, ?> variables) {
        return http.document(mutation + PAYLOAD)
                .variables(new HashMap<>(variables))
                .execute()
                .path("change")
                .entity(Payload.class)
                .get();
    }
}
