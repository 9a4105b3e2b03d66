package io.asyncflow.catalog.node;

import static io.asyncflow.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.CatalogTest;
import io.asyncflow.testing.StatementCounter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@CatalogTest
class NodeIT {

    private static final String USER = "user_01h455vb4pex5vsknk084sn02q";
    private static final String UNKNOWN = "product_01h455vb4pex5vsknk084sn02q";

    @Autowired
    HttpGraphQlTester graph;

    @Autowired
    StatementCounter counter;

    @Test
    void findsEveryTypeByItsPrefix() {
        var known = graph.document("""
                { product(handle: "morning-fog-mug") { id variants(first: 1) { nodes { id } } }
                  collection(handle: "mugs") { id } page(handle: "about") { id } }""").execute();
        List<String> ids = List.of(
                known.path("product.id").entity(String.class).get(),
                known.path("product.variants.nodes[0].id").entity(String.class).get(),
                known.path("collection.id").entity(String.class).get(),
                known.path("page.id").entity(String.class).get(),
                USER,
                UNKNOWN);

        counter.reset();
        var nodes = graph.document("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }")
                .variable("ids", ids)
                .execute();

        assertThat(counter.statements()).hasSize(4);
        nodes.path("nodes[0:5].__typename")
                .entityList(String.class)
                .containsExactly("Product", "ProductVariant", "Collection", "Page", "User");
        nodes.path("nodes[0:5].id").entityList(String.class).isEqualTo(ids.subList(0, 5));
        nodes.path("nodes[5]").valueIsNull();
        for (String id : ids.subList(0, 5)) {
            graph.document("query($id: ID!) { node(id: $id) { id } }")
                    .variable("id", id)
                    .execute()
                    .path("node.id")
                    .entity(String.class)
                    .isEqualTo(id);
        }
    }

    @Test
    void answersNullForAnUnknownId() {
        graph.document("{ node(id: \"" + UNKNOWN + "\") { id } }")
                .execute()
                .path("node")
                .valueIsNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "_", "order_01h455vb4pex5vsknk084sn02q", "product_", "user_x", "product01h455"})
    void refusesWhatIsNoId(String id) {
        assertRefused(graph, "query($id: ID!) { node(id: $id) { id } }", Map.of("id", id), "id");
        assertRefused(
                graph, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", Map.of("ids", List.of(USER, id)), "ids");
    }

    @Test
    void answersUpToTwoHundredAndFifty() {
        String nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
        graph.document(nodes)
                .variable("ids", Collections.nCopies(250, USER))
                .execute()
                .path("nodes")
                .entityList(Object.class)
                .hasSize(250);
        assertRefused(graph, nodes, Map.of("ids", Collections.nCopies(251, USER)), "ids");
        graph.document("{ nodes(ids: []) { id } }")
                .execute()
                .path("nodes")
                .entityList(Object.class)
                .hasSize(0);
    }
}
