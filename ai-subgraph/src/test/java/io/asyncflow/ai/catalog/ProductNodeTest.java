package io.asyncflow.ai.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.apollographql.federation.graphqljava.Federation;
import graphql.parser.Parser;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

class ProductNodeTest {

    private static final String ID = Shop.TEAPOT.id().toString();

    @Test
    void readsAllThereIs() {
        var node = read("""
                {"id": "%s", "handle": "teapot", "titleKo": "찻주전자", "titleEn": "Teapot",
                 "descriptionKo": "백자", "descriptionEn": "Porcelain", "vendor": "Kiln", "productType": "Teaware",
                 "tags": ["handmade"], "attributes": [{"name": "Material", "value": "Porcelain"}],
                 "collections": {"nodes": [{"handle": "tea"}]}, "availableForSale": true,
                 "updatedAt": "2026-11-20T18:00:00.123456+09:00",
                 "variants": {"nodes": [{"krw": {"amount": "52000"}}, {"krw": null}, {"krw": {"amount": "48000"}}]}}
                """.formatted(ID));

        assertThat(node.updatedAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00.123456Z"));
        assertThat(node.profile())
                .isEqualTo(Shop.product("teapot", "찻주전자", "Teapot")
                        .about("백자", "Porcelain")
                        .type("Teaware", "Kiln")
                        .tags("handmade")
                        .attributes("Material=Porcelain")
                        .collections("tea")
                        .price(48_000)
                        .build());
    }

    @Test
    void leavesGapsOpen() {
        var node = read("""
                {"id": "%s", "updatedAt": "2026-11-20T09:00:00Z", "titleEn": null, "vendor": "a\\u0000b"}
                """.formatted(ID));

        assertThat(node.profile().title()).isEqualTo(new ProductProfile.Bilingual("", ""));
        assertThat(node.profile().vendor()).isEqualTo("ab");
        assertThat(node.profile().price()).isNull();
        assertThat(node.profile().available()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\": \"order_01h455vb4pex5vsknk084sn02q\", \"updatedAt\": \"2026-11-20T09:00:00Z\"}",
                "{\"id\": \"product_01h455vb4pex5vsknk084sn02q\"}",
                "{\"id\": \"product_01h455vb4pex5vsknk084sn02q\", \"updatedAt\": \"today\"}",
                "{\"id\": \"product_01h455vb4pex5vsknk084sn02q\", \"updatedAt\": \"2026-11-20T09:00:00Z\","
                        + " \"variants\": {\"nodes\": [{\"krw\": {\"amount\": \"much\"}}]}}"
            })
    void refusesWhatIsNoProduct(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void asksOnlyForWhatTheCatalogueOffers() throws IOException {
        var registry = new TypeDefinitionRegistry();
        for (String place : new String[] {"common", "catalog"}) {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:schema/" + place + "/*.graphqls");
            assumeThat(files).as("the schema of " + place).isNotEmpty();
            for (var file : files) {
                registry.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
            }
        }
        var wiring = RuntimeWiring.newRuntimeWiring()
                .wiringFactory(new MockedWiringFactory())
                .build();
        var schema = Federation.transform(registry, wiring)
                .resolveEntityType(_ -> null)
                .fetchEntities(_ -> null)
                .build();

        var document = new Parser().parseDocument(ProductNode.DOCUMENT);

        assertThat(new Validator().validateDocument(schema, document, Locale.ENGLISH))
                .isEmpty();
    }

    private static ProductNode read(String json) {
        return ProductNode.read(Objects.requireNonNull(JsonMapper.shared().readTree(json)));
    }
}
