package io.asyncflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** What the catalog tells the gateway about itself. */
@CatalogTest
class SchemaIT {

    @Autowired
    HttpGraphQlTester graph;

    @Test
    void publishesItsSdl() {
        graph.document("{ _service { sdl } }")
                .execute()
                .path("_service.sdl")
                .entity(String.class)
                .satisfies(sdl -> assertThat(sdl)
                        .contains(
                                "type Product implements Node @key(fields : \"id\", resolvable : true)"
                                        + " @key(fields : \"handle\", resolvable : true)",
                                "type ProductVariant implements Node @key(fields : \"id\", resolvable : true)"
                                        + " @key(fields : \"sku\", resolvable : true)",
                                "type Collection implements Node @key(fields : \"id\", resolvable : true)"
                                        + " @key(fields : \"handle\", resolvable : true)",
                                "type Page implements Node @key(fields : \"id\", resolvable : true)",
                                "type User implements Node @key(fields : \"id\", resolvable : false)",
                                "pageByHandle")
                        .doesNotContain("costPrice", "ErrorDetail"));
    }

    @Test
    void letsDevelopersLookAround() {
        graph.document("{ __type(name: \"Product\") { description fields { name description } } }")
                .execute()
                .path("__type.fields[?(@.name == 'title')].description")
                .entityList(String.class)
                .containsExactly("What it is called.");
    }
}
