package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {

    private static final String[] BOTH = {
        "compose", "--subgraph", "a=http://a/?x=y=a.graphql", "--subgraph", "b=http://b=b.graphql"
    };

    @TempDir
    Path folder;

    private CommandLine commerce;

    @BeforeEach
    void writeSchemas() {
        commerce = new CommandLine(folder)
                .with(
                        "a.graphql",
                        federated(
                                "type Query { product: Product }\n\"Here.\"\ntype Product @key(fields: \"id\") { id: ID! }\n"))
                .with(
                        "b.graphql",
                        federated("\"There.\"\ntype Product @key(fields: \"id\") { id: ID! name: String }\n"));
    }

    private static String[] bothAnd(String... more) {
        return Stream.concat(Arrays.stream(BOTH), Arrays.stream(more)).toArray(String[]::new);
    }

    private static String federated(String sdl) {
        return "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n" + sdl;
    }

    @Test
    void printsTheSupergraphAndTellsHintsApart() {
        var result = commerce.run(BOTH);

        assertThat(result.exitCode()).isZero();
        var supergraph = SupergraphReader.read(result.out());
        assertThat(supergraph.graphs())
                .extracting("name", "url")
                .containsExactly(tuple("a", "http://a/?x=y"), tuple("b", "http://b"));
        assertThat(result.err().lines().toList())
                .hasSize(2)
                .satisfies(
                        hint -> assertThat(hint).startsWith("a.graphql:3:1: hint INCONSISTENT_DESCRIPTION "),
                        Index.atIndex(0))
                .satisfies(
                        place -> assertThat(place).isEqualTo("b.graphql:2:1: also here, in subgraph b"),
                        Index.atIndex(1));
    }

    @Test
    void keepsHintsToItselfWhenAskedTo() {
        String[] arguments = bothAnd("--hints=none");

        assertThat(commerce.run(arguments).err()).isEmpty();
    }

    @Test
    void writesAFile() {
        String[] arguments = bothAnd("-o", "super.graphql");

        var result = commerce.run(arguments);

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).endsWith("Wrote super.graphql: 2 subgraphs, 2 types.\n");
        assertThat(commerce.read("super.graphql")).isEqualTo(commerce.run(BOTH).out());
    }

    @Test
    void printsJson() {
        String[] arguments = bothAnd("--format=json");

        var result = commerce.run(arguments);

        assertThat(result.out())
                .startsWith("{\n  \"supergraph\": \"schema")
                .contains(
                        "\"hints\": [\n    {\n      \"code\": \"INCONSISTENT_DESCRIPTION\",\n      \"level\": \"WARN\"");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void pointsAtErrorsInTheirFiles() {
        commerce.with("b.graphql", federated("type Product @key(fields: \"nothing\") {\n  id: ID!\n}\n"));

        var result = commerce.run(BOTH);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("b.graphql:2:14: KEY_INVALID_FIELDS ")
                .endsWith("1 error; there is no supergraph.\n");
    }

    @Test
    void pointsAtTheRightOneOfSeveralFiles() {
        commerce.with("b/1.graphql", federated(""))
                .with("b/2.graphql", "type Product @key(fields: \"nothing\") {\n  id: ID!\n}\n");

        var result = commerce.run("compose", "--subgraph", "a=http://a=a.graphql", "--subgraph", "b=http://b=b");

        assertThat(result.err()).startsWith("b/2.graphql:1:14: KEY_INVALID_FIELDS ");
    }

    @Test
    void printsErrorsAsJsonWithTheirSubgraphsApart() {
        commerce.with("a.graphql", federated("type Query { same: Int }\n"))
                .with("b.graphql", federated("type Query {\n  same: Int\n}\n"));
        String[] arguments = bothAnd("--format=json");

        var result = commerce.run(arguments);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("""
                (?s)\\{
                  "errors": \\[
                    \\{
                      "code": "INVALID_FIELD_SHARING",
                      "message": "[^"]*(\\\\"[^"]*)*",
                      "subgraph": "a",
                      "locations": \\[
                        \\{
                          "file": "a.graphql",
                          "line": 2,
                          "column": 14
                        }
                      ],
                      "others": \\[
                        \\{
                          "subgraph": "b",
                          "file": "b.graphql",
                          "line": 3,
                          "column": 3
                        }
                      ]
                    }
                  ]
                }
                """);
    }

    @Test
    void refreshesTheRepositorysSupergraphWithoutOptions() {
        commerce.with(
                "schema/supergraph.yaml", "subgraphs: {a: {routing_url: http://a, schema: {file: ../a.graphql}}}");

        var result = commerce.run("compose");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).endsWith("Wrote schema/supergraph.graphql: 1 subgraph, 2 types.\n");
        assertThat(commerce.read("schema/supergraph.graphql")).contains("http://a");
    }

    @Test
    void refusesASubgraphThatTheConfigurationHasToo() {
        commerce.with("s.yaml", "subgraphs: {a: {routing_url: http://a, schema: {file: a.graphql}}}");

        var result = commerce.run("compose", "--config", "s.yaml", "--subgraph", "a=http://a=a.graphql");

        assertThat(result.err()).contains("Two subgraphs are called 'a': one in s.yaml, one in --subgraph.");
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
