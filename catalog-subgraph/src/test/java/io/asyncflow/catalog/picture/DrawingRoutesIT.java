package io.asyncflow.catalog.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.catalog.CatalogTest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

@CatalogTest
class DrawingRoutesIT {

    private static final String MUG = "/images/morning-fog-mug-grey.svg";

    @Autowired
    HttpGraphQlTester graph;

    @Autowired
    WebTestClient http;

    @Test
    void servesEveryPictureThatTheGraphNames() {
        List<String> urls = graph.document("""
                        { products(first: 250) { nodes { images { nodes { url } } } }
                          collections(first: 250) { nodes { image { url } } } }""")
                .execute()
                .path("$..url")
                .entityList(String.class)
                .get();

        assertThat(urls).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        for (String url : urls) {
            http.get()
                    .uri(URI.create(url))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(svg -> assertThat(svg).startsWith("<svg"));
        }
    }

    @Test
    void tellsBrowsersHowToTreatIt() {
        http.get()
                .uri(MUG)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "image/svg+xml;charset=UTF-8")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=86400, public")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(String.class)
                .value(svg -> assertThat(svg).startsWith("<svg").contains("<title>Morning Fog Mug, Grey</title>"));
    }

    @Test
    void sendsNothingTwice() {
        var headers = http.get().uri(MUG).exchange().expectBody().returnResult().getResponseHeaders();
        String tag = Objects.requireNonNull(headers.getETag());

        http.get()
                .uri(MUG)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        http.get()
                .uri(MUG)
                .header("If-None-Match", "\"other\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(svg -> assertThat(svg).startsWith("<svg"));
    }

    @Test
    void answersToHead() {
        http.head()
                .uri(MUG)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists("ETag")
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/images/nothing.svg",
                "/images/morning-fog-mug-grey.png",
                "/images/.svg",
                "/images/MORNING-FOG-MUG-GREY.svg",
                "/images/..%2fdrawings%2fmug.svg",
                "/images/../drawings/mug.svg",
                "/images/%2e%2e/drawings/mug.svg",
                "/images/mug%00.svg",
                "/images/a/b.svg",
                "/drawings/mug.svg",
            })
    void findsNothingElse(String path) {
        http.get().uri(URI.create(http(path))).exchange().expectStatus().isNotFound();
    }

    @Test
    void takesNoOtherMethod() {
        http.post().uri(MUG).exchange().expectStatus().is4xxClientError();
    }

    /** Untouched by the client's own encoding. */
    private String http(String path) {
        String url = graph.document("{ product(handle: \"morning-fog-mug\") { featuredImage { url } } }")
                .execute()
                .path("product.featuredImage.url")
                .entity(String.class)
                .get();
        return url.substring(0, url.indexOf("/images/")) + path;
    }
}
