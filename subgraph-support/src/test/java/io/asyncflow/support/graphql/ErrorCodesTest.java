package io.asyncflow.support.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;

class ErrorCodesTest {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("type Query { hello: Hello } type Hello { hello: Hello, text: String! }"),
                    RuntimeWiring.newRuntimeWiring()
                            .type("Query", type -> type.dataFetcher("hello", _ -> "there"))
                            .type(
                                    "Hello",
                                    type -> type.dataFetcher("text", _ -> {
                                        throw new IllegalStateException("jdbc:secret");
                                    }))
                            .build());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { hello                                | GRAPHQL_PARSE_FAILED
            { goodbye }                            | GRAPHQL_VALIDATION_FAILED
            { __schema { queryType { name } } }    | GRAPHQL_VALIDATION_FAILED
            { hello { hello { hello { text } } } } | OPERATION_TOO_COSTLY
            query A { hello { text } } query B { hello { text } } | OPERATION_RESOLUTION_FAILURE
            """)
    void namesWhatTheEngineRefuses(String document, String code) {
        assertThat(onlyError(document)).extractingByKey("extensions").isEqualTo(Map.of("code", code));
    }

    @Test
    void keepsPathAndPlaceAndLeavesOutInternals() {
        assertThat(onlyError("{ hello { text } }"))
                .containsEntry("path", List.of("hello", "text"))
                .containsEntry("extensions", Map.of("code", "INTERNAL_SERVER_ERROR"))
                .containsKey("locations")
                .extractingByKey("message")
                .asString()
                .doesNotContain("secret");
    }

    private static Map<String, Object> onlyError(String document) {
        var input = ExecutionInput.newExecutionInput(document)
                .graphQLContext(Map.of(Introspection.INTROSPECTION_DISABLED, true))
                .build();
        var result = GraphQL.newGraphQL(SCHEMA)
                .defaultDataFetcherExceptionHandler(new FaultHandler())
                .instrumentation(new MaxQueryDepthInstrumentation(3))
                .build()
                .execute(input);
        var response = new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
        var coded = new ErrorCodes()
                .intercept(request(document), _ -> Mono.just(response))
                .block(Duration.ofSeconds(30));
        var errors = Objects.requireNonNull(coded).getExecutionResult().getErrors();
        assertThat(errors).hasSize(1);
        return errors.getFirst().toSpecification();
    }

    private static WebGraphQlRequest request(String document) {
        return new WebGraphQlRequest(
                URI.create("/graphql"),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                Map.of("query", document),
                "1",
                null);
    }
}
