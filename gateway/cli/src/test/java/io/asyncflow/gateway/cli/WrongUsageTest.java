package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a call, one sentence says it, and nothing else happens. */
class WrongUsageTest {

    @TempDir
    Path folder;

    private CommandLine commerce;

    @BeforeEach
    void writeASchema() {
        commerce = new CommandLine(folder)
                .with("a.graphql", "type Query { a: Int }")
                .with("empty/readme.txt", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            compse                                              | There is no command 'compse'. Did you mean 'compose'?
            compose --subgrap a=b=c                             | Unknown option '--subgrap' of compose. Did you mean '--subgraph'?
            compose --nonsense a                                | Unknown option '--nonsense' of compose. './commerce help compose'
            compose --subgraph                                  | Option '--subgraph' needs a value behind it.
            compose a.graphql                                   | 'a.graphql' stands alone.
            compose                                             | No subgraphs are given. Name each with --subgraph NAME=URL=FILE
            compose --subgraph a.graphql                        | --subgraph takes NAME=URL=FILE
            compose --subgraph a=a.graphql                      | 'a=a.graphql' has no URL
            compose --subgraph a=http://a=                      | --subgraph takes NAME=URL=FILE
            compose --subgraph a=http://a=b.graphql             | There is no file b.graphql.
            compose --subgraph a=http://a=empty                 | The folder empty holds no .graphql
            compose --subgraph a=1=a.graphql --subgraph a=2=a.graphql | Two subgraphs are called 'a': a=1=a.graphql and a=2=a.graphql.
            compose --subgraph a=1=a.graphql -o no/where.graphql | Cannot write no/where.graphql: there is no folder no.
            compose --subgraph a=1=a.graphql -o empty           | empty is a folder; -o takes the file to write.
            compose --subgraph a=1=a.graphql -o x -o y          | Option '--output' is given 2 times; once is enough.
            compose --subgraph a=1=a.graphql --format yaml      | choose one of text, json.
            compose --subgraph a=1=a.graphql --hints all        | choose one of info, warn, debug, none.
            compose --config no.yaml                            | There is no file no.yaml.
            compose --config empty                              | empty is a folder, not a file.
            check                                               | There is nothing to compare with: no schema/supergraph.graphql.
            plan                                                | There is nothing to plan for: no schema/supergraph.graphql.
            plan a.graphql b.graphql                            | 'b.graphql' is one too many: plan takes one query, in quotes
            plan --explain=yes a.graphql                        | Option '--explain' takes no value.
            plan --labls a a.graphql                            | Unknown option '--labls' of plan. Did you mean '--labels'?
            plan --supergraph a.graphql --format yaml {a}       | choose one of text, json.
            help plans                                          | There is no help on 'plans', only on compose, check, plan, graph. Did you mean 'plan'?
            help composition                                    | There is no help on 'composition'
            """)
    void isAnsweredWithASentence(String arguments, String sentence) {
        var result = commerce.run(arguments.split(" "));

        assertThat(result.err()).startsWith("commerce: ").contains(sentence).hasLineCount(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("latin.graphql"), new byte[] {'#', '\n', '#', (byte) 0xfc, '\n'});

        var result = commerce.run("compose", "--subgraph", "a=http://a=latin.graphql");

        assertThat(result.err())
                .isEqualToIgnoringNewLines(
                        "commerce: The file latin.graphql is not UTF-8 text: see line 2. Save it as UTF-8 and try again.");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesASupergraphThatIsNone() {
        commerce.with("super.graphql", "type Query {");

        var result = commerce.run("check", "--supergraph", "super.graphql");

        assertThat(result.err()).startsWith("commerce: super.graphql:1:13: this is no supergraph: ");
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
