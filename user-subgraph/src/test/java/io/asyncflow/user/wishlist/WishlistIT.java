package io.asyncflow.user.wishlist;

import static io.asyncflow.user.Shopper.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.product.ProductId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@RunningSubgraph
class WishlistIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private Wishlists wishlists;

    private Shopper owner;

    @BeforeEach
    void arrive() {
        owner = Shopper.anew(graph);
    }

    @Test
    void keepsProductsTheNewestFirst() {
        var products = products(3);
        products.forEach(product -> change(owner, "wishlistAdd", product));
        assertThat(wishlist(owner)).containsExactlyElementsOf(products.reversed());
        var first = owner.asks("{ me { wishlist(first: 2) { pageInfo { hasNextPage endCursor } } } }");
        first.path("me.wishlist.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        String cursor = first.path("me.wishlist.pageInfo.endCursor")
                .entity(String.class)
                .get();
        owner.asks("{ me { wishlist(first: 2, after: \"" + cursor + "\") { nodes { id } } } }")
                .path("me.wishlist.nodes[*].id")
                .entityList(String.class)
                .containsExactly(products.getFirst());
    }

    @Test
    void isChangedOnceHoweverOftenItIsAsked() {
        String product = products(1).getFirst();
        for (int i = 0; i < 2; i++) {
            change(owner, "wishlistAdd", product)
                    .path("wishlistAdd.product.inWishlist")
                    .entity(Boolean.class)
                    .isEqualTo(true);
        }
        assertThat(wishlist(owner)).containsExactly(product);
        for (int i = 0; i < 2; i++) {
            change(owner, "wishlistRemove", product)
                    .path("wishlistRemove.product.inWishlist")
                    .entity(Boolean.class)
                    .isEqualTo(false);
        }
        assertThat(wishlist(owner)).isEmpty();
    }

    @Test
    void isItsOwnersOnly() {
        String product = products(1).getFirst();
        change(owner, "wishlistAdd", product);
        for (Shopper stranger : List.of(Shopper.anew(graph), new Shopper(owner.id(), graph))) {
            stranger.asksOf(owner.id(), "wishlist { nodes { id } }")
                    .path("_entities[0].wishlist")
                    .valueIsNull();
            wished(stranger, List.of(product))
                    .path("_entities[0].inWishlist")
                    .entity(Boolean.class)
                    .isEqualTo(false);
        }
    }

    @Test
    void answersForManyProductsWithOneStatement() {
        var products = products(100);
        change(owner, "wishlistAdd", products.get(7));
        statements.reset();
        var answer = wished(owner, products);
        assertThat(statements.statements().stream().filter(sql -> sql.contains("wishlist_item")))
                .hasSize(1);
        answer.path("_entities[?(@.inWishlist == true)].id")
                .entityList(String.class)
                .containsExactly(products.get(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wishlistAdd", "wishlistRemove"})
    void needsSomebodySignedInAndTheIdOfAProduct(String mutation) {
        change(owner, mutation, owner.id().toString())
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .containsExactly("INVALID");
        assertError(change(new Shopper(owner.id(), graph), mutation, products(1).getFirst()), "UNAUTHENTICATED");
    }

    @Test
    void holdsNoMoreThanAThousandEvenWhenManyAreAddedAtTheSameTime() {
        StepVerifier.create(database.sql("""
                                insert into wishlist_item (user_id, product_id, added_at)
                                select :user, gen_random_uuid(), now() from generate_series(1, 990)""").bind("user", owner.id().uuid()).then())
                .verifyComplete();
        var additions = Flux.fromIterable(products(30))
                .flatMap(product -> wishlists.add(owner.id(), ProductId.parse("productId", product)), 30)
                .filter(Addition.THERE::equals)
                .count();
        StepVerifier.create(additions).expectNext(10L).verifyComplete();
        change(owner, "wishlistAdd", products(1).getFirst())
                .path("wishlistAdd.userErrors[*].code")
                .entityList(String.class)
                .containsExactly("LIMIT_REACHED");
    }

    private List<String> wishlist(Shopper viewer) {
        return viewer.asks("{ me { wishlist { nodes { id } } } }")
                .path("me.wishlist.nodes[*].id")
                .entityList(String.class)
                .get();
    }

    private static Response wished(Shopper viewer, List<String> products) {
        return viewer.graph()
                .document("""
                        query($of: [_Any!]!) {
                          _entities(representations: $of) { ... on Product { id inWishlist } }
                        }""")
                .variable(
                        "of",
                        products.stream()
                                .map(id -> Map.of("__typename", "Product", "id", id))
                                .toList())
                .execute();
    }

    private static Response change(Shopper viewer, String mutation, String product) {
        return viewer.graph()
                .document("mutation($product: ID!) { " + mutation
                        + "(productId: $product) { product { id inWishlist } userErrors { field message code } } }")
                .variable("product", product)
                .execute();
    }

    private static List<String> products(int count) {
        return Stream.generate(() -> new ProductId(Uuid7.next(Clock.systemUTC())).toString())
                .limit(count)
                .toList();
    }
}
