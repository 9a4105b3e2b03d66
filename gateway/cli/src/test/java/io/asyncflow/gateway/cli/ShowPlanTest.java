package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowPlanTest {

    private static final String LINK = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\","
            + " import: [\"@key\", \"@override\", \"@shareable\"])\n";

    @TempDir
    Path folder;

    private CommandLine commerce;

    @BeforeEach
    void composeASupergraph() {
        commerce = new CommandLine(folder)
                .with("schema/a.graphql", LINK + """
                        type Query { product(id: ID!): Product }
                        type Product @key(fields: "id") { id: ID! title: String weight: Int }
                        """)
                .with("schema/b.graphql", LINK + """
                        type Product @key(fields: "id") {
                          id: ID!
                          stock: Int
                          weight: Int @override(from: "a", label: "heavy")
                        }
                        """)
                .with("schema/supergraph.yaml", """
                        subgraphs:
                          a: {routing_url: http://a, schema: {file: a.graphql}}
                          b: {routing_url: http://b, schema: {file: b.graphql}}
                        """)
                .with("two.graphql", """
                        query Title { product(id: 1) { title } }
                        query Stock { product(id: 1) { stock } }
                        """);
        assertThat(commerce.run("compose").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plan                                 | The query is missing; './commerce help plan' says how to give it.
            plan no.graphql                      | There is no file no.graphql. A query is a file, or '-' for the standard input, or text
            plan query.graphql                   | There is no file query.graphql.
            plan schema                          | schema is a folder, not a file.
            plan --supergraph no.graphql {a}     | There is no file no.graphql.
            plan --labels heavi {a}              | 'heavi' in --labels is no label of an override here. Did you mean 'heavy'? There is heavy.
            plan --defer later {a}               | 'later' in --defer is no variable of a @defer(if:) here. There is none.
            plan --defer a {a...@defer(if:$b){c}} | There is b.
            plan two.graphql                     | There are 2 operations in two.graphql; choose one with --operation NAME. The names are Title, Stock.
            plan two.graphql --operation Stok    | There is no operation 'Stok' in two.graphql. Did you mean 'Stock'? The names are Title, Stock.
            plan {a} --operation A               | There is no operation 'A' in query. None has a name.
            """)
    void saysInASentenceWhatIsWrongWithTheCall(String arguments, String sentence) {
        var result = commerce.run(arguments.split(" "));

        assertThat(result.err()).startsWith("commerce: ").contains(sentence).hasLineCount(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesAnEmptyQuery() {
        var result = commerce.run("plan", " ");

        assertThat(result.err()).startsWith("commerce: The query is empty. A query is a file,");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void locatesWhatIsNoGraphQl() {
        commerce.with("bad.graphql", "{\n  product(id: ) { title }\n}\n");

        var result = commerce.run("plan", "bad.graphql");

        assertThat(result.err()).startsWith("bad.graphql:2:15: GRAPHQL_PARSE_FAILED ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void namesTheStandardInputInErrors() {
        var result = commerce.runWith("{ product(".getBytes(StandardCharsets.UTF_8), "plan", "-");

        assertThat(result.err()).startsWith("stdin:1:11: GRAPHQL_PARSE_FAILED ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesAStandardInputThatIsNotUtf8() {
        var result = commerce.runWith(new byte[] {'{', (byte) 0xfc}, "plan", "-");

        assertThat(result.err())
                .isEqualTo(
                        "commerce: The standard input is not UTF-8 text: see line 1. Save it as UTF-8 and try again.\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void tellsProgramsWhatIsWrong() {
        var result = commerce.run("plan", "--format", "json", "# all\nquery { product(id: ) }");

        assertThat(result.out()).startsWith("""
                {
                  "errors": [
                    {
                      "code": "GRAPHQL_PARSE_FAILED",
                """).contains("""
                      "locations": [
                        {
                          "file": "query",
                          "line": 2,
                          "column": 21
                        }
                      ]
                """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void printsThePlanAndTheLiteralsOfAQuery() {
        var result = commerce.run("plan", "two.graphql", "--operation", "Stock");

        assertThat(result.out()).isEqualTo("""
                query: 2 fetches, 2 deep

                0 a
                    query Stock__a__0($_0: ID!) { product(id: $_0) { id } }

                1 b after 0
                  at product: Product { id }
                    query Stock__b__1($representations: [_Any!]!) {
                      _entities(representations: $representations) { ... on Product { stock } }
                    }

                $_0 = 1
                """);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void readsTheQueryFromTheStandardInputToo() {
        var result = commerce.runWith(
                "query ($id: ID!) { product(id: $id) { title } }".getBytes(StandardCharsets.UTF_8), "plan", "-");

        assertThat(result.out()).isEqualTo("""
                query: 1 fetch

                0 a
                    query ($id: ID!) { product(id: $id) { title } }
                """);
    }

    @Test
    void takesTheSideOfAnOverrideWhoseLabelIsOn() {
        String query = "{ product(id: 1) { weight } }";

        assertThat(commerce.run("plan", query).out()).startsWith("query: 1 fetch\n");
        assertThat(commerce.run("plan", query, "--labels", "heavy").out()).startsWith("query: 2 fetches, 2 deep\n");
    }

    @Test
    void plansWhatIsDeferredWhereItsVariableIsTrue() {
        String query = "query ($d: Boolean!) { product(id: 1) { title ... @defer(if: $d) { stock } } }";

        assertThat(commerce.run("plan", query).out()).doesNotContain("deferred");
        assertThat(commerce.run("plan", query, "--defer", "d").out()).contains("1 b after 0 deferred 1\n", """
                deferred 1 at product
                  { stock }
                """);
    }

    @Test
    void printsThePlanForPrograms() {
        var result = commerce.run("plan", "--format=json", "{ product(id: 1) { title } }");

        assertThat(result.out()).startsWith("""
                {
                  "plan": {
                    "type": "query",
                    "fetches": [
                      {
                        "id": 0,
                        "kind": "root",
                        "subgraph": "a",
                """).endsWith("""
                  "literals": {
                    "_0": "1"
                  }
                }
                """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void explainsWhyAFetchIsThere() {
        var result = commerce.run("plan", "--explain", "{ product(id: 1) { title stock } }");

        assertThat(result.out()).startsWith("query: 2 fetches, 2 deep\n").contains("""
                The operation, normalised:
                  { product(id: $_0) { title stock } }

                Subgraphs to enter, and what was compared:
                  at the root: a (2 more fetches, depths 1), the only way
                  at product: b (1 more fetch, depths 1), the only way

                Why each fetch:
                  0 a gives Query { product }; 1 waits for it
                  1 b gives Product { stock }; a has no Product { stock }
                """);
    }

    @Test
    void explainsWhatElseThereWasToChooseFrom() {
        commerce.with("x.graphql", LINK + "type Query { a: Int @shareable }")
                .with("y.graphql", LINK + "type Query { a: Int @shareable }")
                .run("compose", "--subgraph", "x=http://x=x.graphql", "--subgraph", "y=http://y=y.graphql", "-o", "xy");

        assertThat(commerce.run("plan", "--supergraph", "xy", "--explain", "{ a }")
                        .out())
                .contains("""
                Subgraphs to enter, and what was compared:
                  at the root: x (1 more fetch, depths 0)
                    not y (1 more fetch, depths 0)
                    not x and y (2 more fetches, depths 0)
                    1 other does not answer all

                """);
    }

    @Test
    void explainsToProgramsToo() {
        var result = commerce.run("plan", "--explain", "--format", "json", "{ product(id: 1) { title stock } }");

        assertThat(result.out()).contains("\"normalised\": \"product(id: $_0) { title stock }\"", """
                        "because": [
                          "a has no Product { stock }"
                        ],
                """);
    }

    @Test
    void locatesWhatTheSupergraphDoesNotHave() {
        var result = commerce.run("plan", "{ product(id: 1) {\n  titel } }");

        assertThat(result.err())
                .startsWith("query:2:3: GRAPHQL_VALIDATION_FAILED ")
                .contains("titel");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
