package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS)
@AutoConfigureWebTestClient
class GatewayServerTest {

    @Autowired
    private WebTestClient http;

    @Test
    void saysThatItIsHealthyAndReady() {
        for (String path : new String[] {"/health", "/readiness"}) {
            http.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("UP");
        }
    }

    @Test
    void publishesMetricsUnderItsName() {
        String metrics = http.get()
                .uri("/metrics")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(metrics).contains("service=\"gateway\"");
    }

    @Test
    void servesThePackagedGraphWhereNoOtherIsNamed() {
        http.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"query\": \"{ __type(name: \\\"Cart\\\") { fields { name } } }\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.__type.fields[?(@.name == 'totalQuantity')]")
                .exists();
    }

    @Test
    void saysInItsHealthWhetherThereIsASupergraph() {
        http.get()
                .uri("/health")
                .exchange()
                .expectBody()
                .jsonPath("$.components.supergraph.status")
                .isEqualTo("UP");
    }

    @Test
    void refusesAnUnknownAddressWithACode() {
        http.post()
                .uri("/graph")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void servesGraphiql() {
        http.get()
                .uri("/graphiql")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML);
    }

    @Test
    void handsBackTheCallersRequestId() {
        http.get()
                .uri("/health")
                .header("X-Request-Id", "from-the-caller")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "from-the-caller");
    }

    @Test
    void replacesARequestIdThatCouldForgeLogLines() {
        http.get()
                .uri("/health")
                .header("X-Request-Id", "a b{}")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).matches("[0-9a-f]{16}"));
    }

    @Test
    void exposesNoOtherEndpoint() {
        for (String path : new String[] {"/env", "/heapdump", "/beans", "/shutdown", "/actuator"}) {
            http.get().uri(path).exchange().expectStatus().isNotFound();
        }
    }
}
