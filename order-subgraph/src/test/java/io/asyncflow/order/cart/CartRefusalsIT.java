package io.asyncflow.order.cart;

import static io.asyncflow.order.Shelf.newId;
import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.Shelf;
import io.asyncflow.order.cart.CartClient.Payload;
import io.asyncflow.order.cart.CartClient.View;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no cart accepts, and that then nothing at all is changed. */
class CartRefusalsIT extends WithCarts {

    static Stream<String> malformedCartIds() {
        return malformed("cart");
    }

    static Stream<String> malformedVariantIds() {
        return malformed("variant");
    }

    static Stream<String> malformedLineIds() {
        return malformed("cartline");
    }

    private static Stream<String> malformed(String prefix) {
        return Stream.of(
                "",
                " ",
                "7",
                prefix,
                prefix + "_",
                prefix + "_01h455vb4pex5vsknk084sn02",
                prefix + "_01h455vb4pex5vsknk084sn02qq",
                prefix + "_81h455vb4pex5vsknk084sn02q",
                prefix + "_01H455VB4PEX5VSKNK084SN02Q",
                prefix + "_01h455vb4pex5vsknk084sn0é2",
                prefix + "_01h455vb4pex5vsknk084s\u00002q",
                "user_01h455vb4pex5vsknk084sn02q",
                "_01h455vb4pex5vsknk084sn02q",
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("malformedCartIds")
    void namesAMalformedCartIdInAQuery(String id) {
        http.document("query($id: ID!) { cart(id: $id) { id } }")
                .variable("id", id)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
                    assertThat(error.getExtensions()).containsEntry("argument", "id");
                    assertThat(error.getPath()).isEqualTo("cart");
                }));
    }

    @Test
    void findsNothingUnderAnUnknownCartId() {
        assertThat(guest().cart(newId("cart"))).isNull();
        assertThat(guest().cart("cart_00000000000000000000000000")).isNull();
        assertThat(guest().cart("cart_7zzzzzzzzzzzzzzzzzzzzzzzzz")).isNull();
    }

    @ParameterizedTest
    @MethodSource("malformedCartIds")
    void namesAMalformedCartIdInAMutation(String id) {
        refused(guest().add(id, line(TEA.id(), 1)), "INVALID", "cartId");
        refused(guest().update(id, Map.of("id", newId("cartline"))), "INVALID", "cartId");
        refused(guest().remove(id, newId("cartline")), "INVALID", "cartId");
    }

    @Test
    void changesNoUnknownCart() {
        String id = newId("cart");

        refused(guest().add(id, line(TEA.id(), 1)), "NOT_FOUND", "cartId");
        refused(guest().update(id, Map.of("id", newId("cartline"))), "NOT_FOUND", "cartId");
        refused(guest().remove(id, newId("cartline")), "NOT_FOUND", "cartId");
    }

    @ParameterizedTest
    @MethodSource("malformedVariantIds")
    void namesAMalformedVariantId(String variant) {
        var cart = guest().createWith(line(TEA.id(), 1));

        refused(
                guest().add(cart.id(), line(SMALL.id(), 1), line(variant, 1)),
                "INVALID",
                "lines",
                "1",
                "merchandiseId");
        refused(
                guest().create(Map.of("lines", List.of(line(variant, 1)))),
                "INVALID",
                "input",
                "lines",
                "0",
                "merchandiseId");
        refused(
                guest().update(cart.id(), Map.of("id", cart.line(0).id(), "merchandiseId", variant)),
                "INVALID",
                "lines",
                "0",
                "merchandiseId");
        unchanged(cart);
    }

    @Test
    void namesAnUnknownVariant() {
        var cart = guest().createWith(line(TEA.id(), 1));
        String unknown = newId("variant");

        refused(
                guest().add(cart.id(), line(SMALL.id(), 1), line(unknown, 1)),
                "NOT_FOUND",
                "lines",
                "1",
                "merchandiseId");
        refused(
                guest().update(cart.id(), Map.of("id", cart.line(0).id(), "merchandiseId", unknown)),
                "NOT_FOUND",
                "lines",
                "0",
                "merchandiseId");
        unchanged(cart);
    }

    @ParameterizedTest
    @MethodSource("malformedLineIds")
    void namesAMalformedLineId(String line) {
        var cart = guest().createWith(line(TEA.id(), 1));

        refused(guest().remove(cart.id(), cart.line(0).id(), line), "INVALID", "lineIds", "1");
        refused(guest().update(cart.id(), Map.of("id", line, "quantity", 2)), "INVALID", "lines", "0", "id");
        unchanged(cart);
    }

    @Test
    void namesAnUnknownLineAndOneOfAnotherCart() {
        var cart = guest().createWith(line(TEA.id(), 1));
        var other = guest().createWith(line(TEA.id(), 1));

        for (String line : List.of(newId("cartline"), other.line(0).id())) {
            refused(guest().remove(cart.id(), cart.line(0).id(), line), "NOT_FOUND", "lineIds", "1");
            refused(guest().update(cart.id(), Map.of("id", line, "quantity", 0)), "NOT_FOUND", "lines", "0", "id");
        }
        unchanged(cart);
        unchanged(other);
    }

    @Test
    void refusesALineThatStandsTwiceInOneUpdate() {
        var cart = guest().createWith(line(TEA.id(), 1));
        String line = cart.line(0).id();

        refused(
                guest().update(cart.id(), Map.of("id", line, "quantity", 2), Map.of("id", line, "quantity", 3)),
                "INVALID",
                "lines",
                "1",
                "id");
        unchanged(cart);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesAQuantityBeyondItsLimits(int quantity) {
        var cart = guest().createWith(line(TEA.id(), 1));

        refused(guest().add(cart.id(), line(SMALL.id(), quantity)), "INVALID", "lines", "0", "quantity");
        refused(
                guest().create(Map.of("lines", List.of(line(TEA.id(), 1), line(SMALL.id(), quantity)))),
                "INVALID",
                "input",
                "lines",
                "1",
                "quantity");
        if (quantity != 0) {
            refused(
                    guest().update(cart.id(), Map.of("id", cart.line(0).id(), "quantity", quantity)),
                    "INVALID",
                    "lines",
                    "0",
                    "quantity");
        }
        unchanged(cart);
    }

    @Test
    void refusesALineThatGrowsBeyondItsLimit() {
        var cart = guest().createWith(line(TEA.id(), 998), line(SMALL.id(), 999));

        refused(guest().add(cart.id(), line(TEA.id(), 1), line(TEA.id(), 1)), "INVALID", "lines", "1", "quantity");
        refused(
                guest().update(cart.id(), Map.of("id", cart.line(0).id(), "merchandiseId", SMALL.id())),
                "INVALID",
                "lines",
                "0",
                "quantity");
        unchanged(cart);
        assertThat(guest().add(cart.id(), line(TEA.id(), 1)).changed().quantities())
                .containsExactly(999, 999);
    }

    @Test
    void refusesMoreEntriesThanACartHasLines() {
        var cart = guest().createWith(line(TEA.id(), 1));
        var lines = Collections.nCopies(251, line(TEA.id(), 1));

        refused(guest().add(cart.id(), lines), "INVALID", "lines");
        refused(guest().create(Map.of("lines", lines)), "INVALID", "input", "lines");
        refused(
                guest().remove(
                                cart.id(),
                                IntStream.range(0, 251)
                                        .mapToObj(_ -> newId("cartline"))
                                        .toArray(String[]::new)),
                "INVALID",
                "lineIds");
        unchanged(cart);
    }

    @Test
    void holds250LinesAndNoMore() {
        var variants = IntStream.range(0, 251)
                .mapToObj(i -> Shelf.variant("BEAD-" + i, "No. " + i, "100", "0.10"))
                .toArray(io.asyncflow.order.StandInCatalog.Variant[]::new);
        CATALOG.put(Shelf.product("Bead", variants));
        var all = Stream.of(variants).map(variant -> line(variant.id(), 999)).toList();

        var full = guest().create(Map.of("lines", all.subList(0, 250))).changed();
        assertThat(full.totalQuantity()).isEqualTo(249_750);
        assertThat(full.total()).isEqualTo("24975000");

        refused(guest().add(full.id(), all.subList(250, 251)), "INVALID", "lines");
        unchanged(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "1001"})
    void refusesANoteThatCannotBeKept(String note) {
        String text = note.equals("1001") ? "주".repeat(1001) : note;

        refused(guest().create(Map.of("note", text)), "INVALID", "input", "note");
    }

    @Test
    void takesABlankNoteForNone() {
        assertThat(guest().create(Map.of("note", " \n\t ")).changed().note()).isNull();
        assertThat(guest().create(Map.of("note", "주".repeat(1000))).changed().note())
                .hasSize(1000);
    }

    @Test
    void takesExplicitNullsForWhatWasLeftOut() {
        var input = new HashMap<String, Object>();
        input.put("lines", null);
        input.put("note", null);
        input.put("currencyCode", null);
        assertThat(guest().create(input).changed().currencyCode()).isEqualTo("KRW");

        var line = new HashMap<String, Object>(Map.of("merchandiseId", TEA.id()));
        line.put("quantity", null);
        var cart = guest().createWith(line);
        assertThat(cart.quantities()).containsExactly(1);

        var update = new HashMap<String, Object>(Map.of("id", cart.line(0).id()));
        update.put("quantity", null);
        update.put("merchandiseId", null);
        assertThat(guest().update(cart.id(), update).changed()).isEqualTo(cart);
    }

    @Test
    void reportsEveryReasonAtOnce() {
        var cart = guest().createWith(line(TEA.id(), 1));

        var answer = guest().add(cart.id(), line(newId("variant"), 1), line(SMALL.id(), 1000), line(LARGE.id(), 1));

        assertThat(answer.userErrors())
                .extracting(CartClient.Problem::field)
                .containsExactly(List.of("lines", "0", "merchandiseId"), List.of("lines", "1", "quantity"));
        unchanged(cart);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cartCreate(input: {currencyCode: XXX}) { cart { id } }",
                "cartCreate(input: {lines: [{merchandiseId: \"variant_x\", quantity: 99999999999}]}) { cart { id } }",
                "cartCreate(input: {lines: [{quantity: 1}]}) { cart { id } }",
                "cartLinesAdd(cartId: \"cart_x\", lines: [null]) { cart { id } }",
                "cartLinesAdd(cartId: null, lines: []) { cart { id } }"
            })
    void refusesWhatTheSchemaDoesNotAllow(String mutation) {
        http.document("mutation { " + mutation + " }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .isNotEmpty()
                        .allSatisfy(error ->
                                assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED")));
    }

    private static void refused(Payload answer, String code, String... field) {
        assertThat(answer.cart()).isNull();
        assertThat(answer.warnings()).isEmpty();
        assertThat(answer.userErrors()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).containsExactly(field);
            assertThat(problem.message()).isNotBlank();
        });
    }

    private void unchanged(View cart) {
        assertThat(guest().cart(cart.id())).isEqualTo(cart);
    }
}
