package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n";

    @TempDir
    Path folder;

    private CommandLine commerce;

    @BeforeEach
    void composeTheCurrentGraph() {
        commerce = new CommandLine(folder)
                .with(
                        "schema/a.graphql",
                        LINK
                                + "type Query { product(id: ID!): Product }\ntype Product @key(fields: \"id\") { id: ID! title: String }\n")
                .with("schema/b.graphql", LINK + "type Product @key(fields: \"id\") { id: ID! stock: Int }\n")
                .with("schema/supergraph.yaml", """
                        subgraphs:
                          a: {routing_url: http://a, schema: {file: a.graphql}}
                          b: {routing_url: http://b, schema: {file: b.graphql}}
                        """)
                .with(
                        "schema/operations/stock.graphql",
                        "query Stock($id: ID!) {\n  product(id: $id) { title stock }\n}\n");
        assertThat(commerce.run("compose").exitCode()).isZero();
    }

    @Test
    void findsNothingWhenNothingChanges() {
        var result = commerce.run("check");

        assertThat(result.out()).isEqualTo("""
                Composes: 2 subgraphs, 2 types.
                Nothing changes for clients.

                All operations stay valid (1).
                """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void findsWhatAProposalBreaks() {
        commerce.with("new.graphql", LINK + "type Product @key(fields: \"id\") { id: ID! amount: Int }\n");

        var result = commerce.run("check", "--subgraph", "b=new.graphql");

        assertThat(result.out()).isEqualTo("""
                Composes: 2 subgraphs, 2 types.

                1 breaking change:
                  Product.stock: The field is gone. [FIELD_REMOVED]

                1 safe change:
                  Product.amount: The field is new. [FIELD_ADDED]

                1 of 1 operation file not valid:
                schema/operations/stock.graphql:2:28: There is no field stock on Product.
                """);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void passesWhatIsOnlyAdded() {
        commerce.with("new.graphql", LINK + "type Query { ping: Int }\n");

        var result = commerce.run("check", "--subgraph", "c=http://c=new.graphql");

        assertThat(result.out())
                .contains("Composes: 3 subgraphs", "1 safe change:\n  Query.ping: The field is new. [FIELD_ADDED]");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void reportsWhatDoesNotCompose() {
        commerce.with("new.graphql", LINK + "type Product @key(fields: \"no\") { id: ID! }\n");

        var result = commerce.run("check", "--subgraph", "b=new.graphql");

        assertThat(result.out()).isEqualTo("Does not compose: 1 error.\n");
        assertThat(result.err()).startsWith("new.graphql:2:14: KEY_INVALID_FIELDS ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void tellsOperationsThatWereNeverValid() {
        commerce.with("schema/operations/wrong.graphql", "{ nothing }").with("schema/operations/worse.graphql", "{");

        var result = commerce.run("check");

        assertThat(result.out())
                .contains(
                        "schema/operations/wrong.graphql:1:3: There is no field nothing on Query. (was not valid before either)")
                .contains("schema/operations/worse.graphql:1:2: ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void printsJson() {
        commerce.with("new.graphql", LINK + "type Product @key(fields: \"id\") { id: ID! }\n");

        var result = commerce.run("check", "--subgraph", "b=new.graphql", "--format", "json");

        assertThat(result.out())
                .contains("\"passes\": false", "\"composes\": true", "\"errors\": []")
                .contains(
                        "\"severity\": \"BREAKING\",\n      \"code\": \"FIELD_REMOVED\",\n      \"path\": \"Product.stock\"")
                .contains(
                        "\"file\": \"schema/operations/stock.graphql\",\n      \"valid\": false,\n      \"wasValid\": true");
        assertThat(result.err()).isEmpty();
    }
}
