package io.asyncflow.order.cart;

import static io.asyncflow.order.Shelf.newId;
import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class CartEntitiesIT extends WithCarts {

    private static final String ENTITIES = """
            query($representations: [_Any!]!) {
              _entities(representations: $representations) {
                ... on Cart {
                  id totalQuantity checkoutUrl buyer { id }
                  cost { totalAmount { amount } }
                  warnings { code }
                  lines(first: 10) { nodes { quantity merchandise { ... on ProductVariant { id } } } }
                }
              }
            }
            """;

    private GraphQlTester.Response entities(List<? extends Map<String, ?>> representations) {
        return http.document(ENTITIES)
                .variable("representations", representations)
                .execute();
    }

    private static Map<String, Object> cart(Object id) {
        return Map.of("__typename", "Cart", "id", id);
    }

    @Test
    void reads250CartsWithTheirLinesInOneStatement() {
        var ids = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> guest().createWith(line(SMALL.id(), i), line(TEA.id(), 1))
                        .id())
                .toList();
        counter.reset();

        var answer = entities(ids.stream().map(CartEntitiesIT::cart).toList());

        answer.path("_entities[*].id").entityList(String.class).containsExactly(ids.toArray(String[]::new));
        answer.path("_entities[249].totalQuantity").entity(Integer.class).isEqualTo(251);
        answer.path("_entities[249].cost.totalAmount.amount")
                .entity(String.class)
                .isEqualTo("3009900");
        answer.path("_entities[249].lines.nodes[0].quantity")
                .entity(Integer.class)
                .isEqualTo(250);
        assertThat(counter.statements()).singleElement().asString().contains("from cart");
    }

    @Test
    void readsSeveralCartsOfOneQueryInOneStatement() {
        String one = guest().createWith(line(TEA.id(), 1)).id();
        String other = guest().createWith(line(TEA.id(), 2)).id();
        counter.reset();

        http.document("query($one: ID!, $other: ID!) { one: cart(id: $one) { id } other: cart(id: $other) { id } }")
                .variable("one", one)
                .variable("other", other)
                .execute()
                .path("other.id")
                .entity(String.class)
                .isEqualTo(other);
        assertThat(counter.statements()).hasSize(1);
    }

    @Test
    void answersNullForUnknownAndForeignCartsAndTheOthersInTheirPlaces() {
        String known = guest().createWith(line(TEA.id(), 1)).id();
        String foreign = guest().as(someone()).createWith(line(TEA.id(), 1)).id();

        entities(List.of(cart(newId("cart")), cart(known), cart(foreign), cart(known)))
                .path("_entities[*]")
                .entityList(Object.class)
                .satisfies(answers -> {
                    assertThat(answers.get(0)).isNull();
                    assertThat(answers.get(1)).isEqualTo(answers.get(3)).isNotNull();
                    assertThat(answers.get(2)).isNull();
                });
    }

    @Test
    void answersTheOthersWhenOneRepresentationIsMalformed() {
        String known = guest().createWith(line(TEA.id(), 1)).id();
        var representations = new ArrayList<Map<String, Object>>(
                List.of(cart("cart_x"), cart(newId("variant")), cart(7), Map.of("__typename", "Cart"), cart(known)));

        var answer = entities(representations);

        answer.errors()
                .satisfy(errors -> assertThat(errors).hasSize(4).allSatisfy(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
                    assertThat(error.getExtensions()).containsEntry("argument", "id");
                }));
        answer.path("_entities[4].id").entity(String.class).isEqualTo(known);
        answer.path("_entities[0]").valueIsNull();
    }

    @Test
    void refusesRepresentationsOfWhatItDoesNotOwn() {
        for (Map<String, String> representation : List.of(
                Map.of("__typename", "ProductVariant", "id", TEA.id()),
                Map.of("__typename", "Product", "id", MUG.id()),
                Map.of("__typename", "Nonsense", "id", "x"),
                Map.of("id", "x"))) {
            entities(List.of(representation))
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error ->
                                    assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT")));
        }
    }

    @Test
    void tellsItsSchemaWithTheKeys() {
        http.document("{ _service { sdl } }")
                .execute()
                .path("_service.sdl")
                .entity(String.class)
                .satisfies(sdl -> assertThat(sdl)
                        .contains("type Cart @key(fields : \"id\"", "union Merchandise = ProductVariant"));
    }
}
