package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowGraphTest {

    private static final String LINK = """
            extend schema
              @link(url: "https://specs.apollo.dev/federation/v2.9",
                import: ["@key", "@override", "@shareable", "@external", "@requires", "@provides",
                  "@interfaceObject", "@context", "@fromContext"])
            """;

    @TempDir
    Path folder;

    private CommandLine commerce;

    @BeforeEach
    void composeASupergraph() {
        commerce = new CommandLine(folder)
                .with("schema/catalog.graphql", LINK + """
                        type Query { media: [Media] found: Found }
                        interface Media @key(fields: "id") { id: ID! title: String }
                        type Book implements Media @key(fields: "id") @key(fields: "isbn") {
                          id: ID!
                          isbn: ID!
                          title: String
                          weight: Int
                          pages: Int
                        }
                        type Film implements Media @key(fields: "id") { id: ID! title: String }
                        union Found = Book | Film
                        """)
                .with("schema/reviews.graphql", LINK + """
                        type Query { latest(in: Language): Review }
                        enum Language { EN DE }
                        type Review @key(fields: "id") @context(name: "review") {
                          id: ID!
                          language: String
                          book: Book @provides(fields: "isbn")
                          extract: Extract
                        }
                        type Extract @key(fields: "id") {
                          id: ID!
                          text(language: String @fromContext(field: "$review { language }")): String
                        }
                        type Book @key(fields: "id") {
                          id: ID!
                          isbn: ID! @external
                          weight: Int @external
                          pages: Int @override(from: "catalog", label: "pages")
                          postage: Int @requires(fields: "weight")
                        }
                        """)
                .with("schema/stars.graphql", LINK + """
                        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }
                        """)
                .with("schema/supergraph.yaml", """
                        subgraphs:
                          catalog: {routing_url: http://catalog, schema: {file: catalog.graphql}}
                          reviews: {routing_url: http://reviews, schema: {file: reviews.graphql}}
                          stars: {routing_url: http://stars, schema: {file: stars.graphql}}
                        """);
        var composed = commerce.run("compose");
        assertThat(composed.exitCode()).as(composed.err()).isZero();
    }

    @Test
    void printsWhatEachSubgraphKnowsOfAType() {
        assertThat(commerce.run("graph", "--type", "Book").out()).isEqualTo("""
                Book
                  in catalog, entered by { id } or { isbn }
                    id isbn title weight
                    pages: Int label "pages"
                  in reviews, entered by { id }
                    id
                    isbn: ID! external
                    weight: Int external
                    postage: Int requires { weight }
                  in stars, as Media, entered by { id }
                """);
    }

    @Test
    void takesTheSideOfAnOverrideWhoseLabelIsOn() {
        assertThat(commerce.run("graph", "--type", "Book", "--labels", "pages").out())
                .contains("""
                  in catalog, entered by { id } or { isbn }
                    id isbn title weight
                  in reviews, entered by { id }
                    id
                    isbn: ID! external
                    weight: Int external
                    pages: Int label "pages"
                """);
    }

    @Test
    void printsAllTypesOfTheSupergraph() {
        assertThat(commerce.run("graph").out()).contains("""
                        Extract
                          in reviews, entered by { id }
                            id
                            text: String language from context reviews__review { language }

                        Film
                        """, """
                        Found
                          in catalog, union of Book, Film

                        Media
                          in catalog, interface of Book, Film, entered by { id }
                            id title
                          in stars, interface object, entered by { id }
                            id stars

                        Query
                          in catalog, entered by asking
                            media: [Media]
                            found: Found
                        """);
    }

    @Test
    void drawsForGraphviz() {
        assertThat(commerce.run("graph", "--type", "Film", "--format", "dot").out())
                .isEqualTo("""
                digraph states {
                  rankdir=LR
                  node [shape=box]
                  subgraph "cluster_catalog" {
                    label="catalog"
                    s0 [label="Film"]
                  }
                  subgraph "cluster_stars" {
                    label="stars"
                    s1 [label="Media"]
                  }
                  s0 -> s1 [label="{ id }" style=dashed]
                }
                """);
    }

    @Test
    void drawsForMarkdown() {
        assertThat(commerce.run("graph", "--type", "Found", "--format", "mermaid")
                        .out())
                .isEqualTo("""
                flowchart LR
                  subgraph "catalog"
                    s0["Found"]
                    s1["Book"]
                    s2["Film"]
                  end
                  s0 -.->|"is"| s1
                  s0 -.->|"is"| s2
                """);
    }

    @Test
    void drawsWhatAWayProvides() {
        assertThat(commerce.run("graph", "--type", "Review", "--format", "mermaid")
                        .out())
                .contains("s1[\"Book with { isbn }\"]", "s0 -->|\"book provides { isbn }\"| s1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            graph --type Bok             | There is no type 'Bok' in the supergraph. Did you mean 'Book'?
            graph --labels page          | 'page' in --labels is no label of an override here. Did you mean 'pages'? There is pages.
            graph --format svg           | choose one of text, dot, mermaid.
            graph --type ID              | There is no type 'ID' in the supergraph.
            graph --type Language        | 'Language' has no states: only object types, interfaces and unions have.
            graph --supergraph no        | There is no file no.
            graph Book                   | 'Book' stands alone. What graph takes are options
            """)
    void saysInASentenceWhatIsWrongWithTheCall(String arguments, String sentence) {
        var result = commerce.run(arguments.split(" "));

        assertThat(result.err()).startsWith("commerce: ").contains(sentence).hasLineCount(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
