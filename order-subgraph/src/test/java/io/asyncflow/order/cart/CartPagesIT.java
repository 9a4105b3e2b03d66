package io.asyncflow.order.cart;

import static io.asyncflow.order.cart.CartClient.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.order.Shelf;
import io.asyncflow.order.StandInCatalog.Variant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.test.tester.GraphQlTester;

class CartPagesIT extends WithCarts {

    private static final Variant[] PENCILS = IntStream.range(0, 60)
            .mapToObj(i -> Shelf.variant("PENCIL-" + i, "No. " + i, "100", "0.10"))
            .toArray(Variant[]::new);

    static {
        CATALOG.put(Shelf.product("Pencil", PENCILS));
    }

    private CartClient.View cartOf(int lines) {
        return guest().createWith(Stream.of(PENCILS)
                .limit(lines)
                .map(variant -> line(variant.id(), 1))
                .<java.util.Map<String, Object>>toArray(java.util.Map[]::new));
    }

    private GraphQlTester.Traversable lines(String cart, String arguments) {
        return http.document("query($id: ID!) { cart(id: $id) { lines" + arguments
                        + " { nodes { id } edges { cursor node { id } } totalCount"
                        + " pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }")
                .variable("id", cart)
                .execute();
    }

    private static List<String> ids(GraphQlTester.Traversable answer) {
        return answer.path("cart.lines.nodes[*].id").entityList(String.class).get();
    }

    private static String text(GraphQlTester.Traversable answer, String path) {
        return answer.path("cart.lines." + path).entity(String.class).get();
    }

    @Test
    void shows50LinesUnlessToldOtherwise() {
        var page = lines(cartOf(60).id(), "");

        assertThat(ids(page)).hasSize(50);
        page.path("cart.lines.totalCount").entity(Integer.class).isEqualTo(60);
        page.path("cart.lines.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
    }

    @Test
    void goesForwardsAndBackwards() {
        var cart = cartOf(5);
        var all = cart.lines().nodes().stream().map(CartClient.Line::id).toList();

        var first = lines(cart.id(), "(first: 2)");
        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        var second = lines(cart.id(), "(first: 2, after: \"" + text(first, "pageInfo.endCursor") + "\")");
        assertThat(ids(second)).isEqualTo(all.subList(2, 4));
        second.path("cart.lines.pageInfo.hasPreviousPage").entity(Boolean.class).isEqualTo(true);
        var last = lines(cart.id(), "(last: 2)");
        assertThat(ids(last)).isEqualTo(all.subList(3, 5));
        var before = lines(cart.id(), "(last: 2, before: \"" + text(last, "edges[0].cursor") + "\")");
        assertThat(ids(before)).isEqualTo(all.subList(1, 3));
    }

    @Test
    void goesOnBehindALineThatIsGone() {
        var cart = cartOf(4);
        var first = lines(cart.id(), "(first: 2)");
        guest().remove(cart.id(), cart.line(1).id());

        var second = lines(cart.id(), "(first: 2, after: \"" + text(first, "pageInfo.endCursor") + "\")");

        assertThat(ids(second)).containsExactly(cart.line(2).id(), cart.line(3).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 0|first",
                "first: -1|first",
                "first: 251|first",
                "first: 2147483647|first",
                "last: 0|last",
                "last: 251|last",
                "first: 1, last: 1|last",
                "first: 1, before: \"x\"|before",
                "before: \"x\"|before",
                "last: 1, after: \"x\"|after",
                "first: 1, after: \"\"|after",
                "first: 1, after: \"%%%\"|after",
                "after: \"WyJ0aXRsZSsiLCIxIl0\"|after",
                "after: \"WyJjYXJ0LWxpbmVzKyIsInh4Il0\"|after",
                "last: 1, before: \"WyJjYXJ0LWxpbmVzKyIsIjk5OTk5OTk5OTk5Il0\"|before"
            })
    void namesThePagingArgumentThatIsWrong(String arguments, String wrong) {
        String cart = guest().create(null).changed().id();

        ((GraphQlTester.Response) lines(cart, "(" + arguments + ")"))
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", "BAD_USER_INPUT");
                    assertThat(error.getExtensions()).containsEntry("argument", wrong);
                }));
    }
}
