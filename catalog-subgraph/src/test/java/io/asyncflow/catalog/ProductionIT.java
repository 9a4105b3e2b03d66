package io.asyncflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.testing.TestServers;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.ActiveProfiles;

@SubgraphTest
@ActiveProfiles("production")
class ProductionIT {

    @Autowired
    HttpGraphQlTester graph;

    @Test
    void answersNoIntrospection() {
        graph.document("{ __schema { types { name } } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).isNotEmpty());
        graph.document("{ __type(name: \"Product\") { name } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).isNotEmpty());
    }

    @Test
    void startsWithAnEmptyCatalogue() {
        graph.document("{ products { totalCount nodes { id } } }")
                .execute()
                .path("products.totalCount")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    void refusesDemoData() {
        assertStartStops("--spring.profiles.active=production", "--asyncflow.catalog.demo-data=true")
                .rootCause()
                .hasMessageContaining("asyncflow.catalog.demo-data");
    }

    @Test
    void refusesAPublicUrlThatIsNone() {
        for (String url :
                List.of("shop.example.com", "ftp://shop", "javascript:alert(1)", "https://x/?a=b", "http://")) {
            assertStartStops("--asyncflow.catalog.public-url=" + url)
                    .rootCause()
                    .hasMessageContaining("asyncflow.catalog");
        }
    }

    private static AbstractThrowableAssert<?, ?> assertStartStops(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--asyncflow.postgres.database=wrong_settings");
        TestServers.postgres().createDatabase("wrong_settings");
        TestServers.postgres().settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return assertThatThrownBy(() ->
                CatalogSubgraph.SERVICE.run(arguments.toArray(String[]::new)).close());
    }
}
