package io.asyncflow.catalog.product;

import static io.asyncflow.catalog.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.CatalogTest;
import io.asyncflow.testing.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@CatalogTest
class EntitiesIT {

    private static final String ENTITIES = """
            query($representations: [_Any!]!) { _entities(representations: $representations) {
              __typename
              ... on Product { id handle title }
              ... on ProductVariant { id sku price { amount } product { handle } }
              ... on Collection { id handle }
              ... on Page { id handle } } }""";

    @Autowired
    HttpGraphQlTester graph;

    @Autowired
    StatementCounter counter;

    @Test
    void answersTwoHundredAndFiftyOfATypeWithOneStatement() {
        List<String> handles = values("{ products(first: 125) { nodes { value: handle } } }");
        List<String> ids = values("{ products(first: 125, reverse: true) { nodes { value: id } } }");
        List<Map<String, Object>> representations = new ArrayList<>();
        for (int i = 0; i < 125; i++) {
            representations.add(Map.of("__typename", "Product", "handle", handles.get(i)));
            representations.add(Map.of("__typename", "Product", "id", ids.get(i)));
        }

        counter.reset();
        var products = entities(representations);

        assertThat(counter.statements()).singleElement().asString().contains("from product p");
        for (int i = 0; i < 125; i++) {
            products.path("_entities[" + 2 * i + "].handle")
                    .entity(String.class)
                    .isEqualTo(handles.get(i));
            products.path("_entities[" + (2 * i + 1) + "].id")
                    .entity(String.class)
                    .isEqualTo(ids.get(i));
        }
    }

    @Test
    void answersAMixOfTypesAndKeysWithOneStatementEach() {
        List<String> skus =
                values("{ products(first: 100) { nodes { variants(first: 1) { nodes { value: sku } } } } }");
        List<String> variants =
                values("{ products(last: 100) { nodes { variants(first: 1) { nodes { value: id } } } } }");
        List<String> collections = values("{ collections(first: 8) { nodes { value: id } } }");
        List<String> pages = values("{ pages { nodes { value: id } } }");
        List<Map<String, Object>> representations = new ArrayList<>();
        skus.forEach(sku -> representations.add(Map.of("__typename", "ProductVariant", "sku", sku)));
        variants.forEach(id -> representations.add(Map.of("__typename", "ProductVariant", "id", id)));
        collections.forEach(id -> representations.add(Map.of("__typename", "Collection", "id", id)));
        representations.add(Map.of("__typename", "Collection", "handle", "mugs"));
        pages.forEach(id -> representations.add(Map.of("__typename", "Page", "id", id)));

        counter.reset();
        var answers = entities(representations);

        // Variants, collections, pages; and then the products that the variants are of.
        assertThat(counter.statements()).hasSize(4);
        answers.path("_entities[*].sku").entityList(String.class).hasSize(200).contains(skus.toArray(String[]::new));
        answers.path("_entities[208].handle").entity(String.class).isEqualTo("mugs");
        answers.path("_entities[213].__typename").entity(String.class).isEqualTo("Page");
    }

    @Test
    void answersNullForWhatIsUnknown() {
        var answers = entities(List.of(
                Map.of("__typename", "Product", "handle", "nowhere"),
                Map.of("__typename", "ProductVariant", "sku", "NONE"),
                Map.of("__typename", "Product", "handle", "morning-fog-mug")));

        answers.path("_entities[0]").valueIsNull();
        answers.path("_entities[1]").valueIsNull();
        answers.path("_entities[2].title").entity(String.class).isEqualTo("Morning Fog Mug");
    }

    @ParameterizedTest
    @CsvSource({
        "Product, id, variant_01h455vb4pex5vsknk084sn02q, id",
        "Product, id, rubbish, id",
        "Product, handle, '', handle",
        "ProductVariant, sku, '  ', sku",
        "Collection, id, '', id",
        "Collection, name, mugs, representations",
        "Page, handle, about, representations",
        "User, id, user_01h455vb4pex5vsknk084sn02q, representations",
        "Nothing, id, x, representations",
    })
    void refusesOneAndAnswersTheOthers(String type, String key, String value, String argument) {
        List<ResponseError> errors = new ArrayList<>();
        var answers = graph.document(ENTITIES)
                .variable(
                        "representations",
                        List.of(
                                Map.of("__typename", type, key, value),
                                Map.of("__typename", "Product", "handle", "morning-fog-mug")))
                .execute()
                .errors()
                .satisfy(errors::addAll);

        assertRefused(errors, argument);
        assertThat(errors.getFirst().getPath()).isEqualTo("_entities[0]");
        answers.path("_entities[0]").valueIsNull();
        answers.path("_entities[1].handle").entity(String.class).isEqualTo("morning-fog-mug");
    }

    @Test
    void refusesAKeyThatIsNoText() {
        assertRefused(
                graph,
                ENTITIES,
                Map.of("representations", List.of(Map.of("__typename", "Product", "id", 7))),
                "representations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "7", "[]", "{ handle: \"mugs\" }"})
    void refusesARepresentationThatIsNoEntity(String representation) {
        String document = "{ _entities(representations: [%s]) { __typename } }".formatted(representation);

        assertRefused(graph, document, Map.of(), "representations");
    }

    private GraphQlTester.Response entities(List<Map<String, Object>> representations) {
        return graph.document(ENTITIES)
                .variable("representations", representations)
                .execute();
    }

    private List<String> values(String document) {
        return graph.document(document)
                .execute()
                .path("$..value")
                .entityList(String.class)
                .get();
    }
}
