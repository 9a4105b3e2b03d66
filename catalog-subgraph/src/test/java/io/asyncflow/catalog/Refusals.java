package io.asyncflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What the graph must answer to a request that cannot be meant. */
public final class Refusals {

    private Refusals() {}

    /** One coded error that names the argument, and nothing of our insides. */
    public static void assertRefused(GraphQlTester graph, String document, String argument) {
        assertRefused(graph, document, Map.of(), argument);
    }

    public static void assertRefused(
            GraphQlTester graph, String document, Map<String, Object> variables, String argument) {
        assertRefused(errors(graph, document, variables), argument);
    }

    public static void assertRefused(List<ResponseError> errors, String argument) {
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getExtensions())
                    .containsEntry("code", "BAD_USER_INPUT")
                    .containsEntry("argument", argument);
            assertThat(error.getMessage()).startsWith(argument).doesNotContain("Exception");
        });
    }

    /** Refused before any field is asked: the document does not fit the schema. */
    public static void assertInvalid(GraphQlTester graph, String document) {
        assertThat(errors(graph, document, Map.of()))
                .isNotEmpty()
                .allSatisfy(
                        error -> assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED"));
    }

    private static List<ResponseError> errors(GraphQlTester graph, String document, Map<String, Object> variables) {
        List<ResponseError> found = new java.util.ArrayList<>();
        var request = graph.document(document);
        variables.forEach(request::variable);
        request.execute().errors().satisfy(found::addAll);
        return found;
    }
}
