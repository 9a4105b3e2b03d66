package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupergraphConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void readsFilesFoldersAndListsFromWhereItLies() {
        var commerce = new CommandLine(folder)
                .with("graph/one.graphql", "one")
                .with("graph/more/b.graphqls", "b")
                .with("graph/more/a.graphqls", "a\n")
                .with("graph/supergraph.yaml", """
                        federation_version: =2.3.2
                        subgraphs:
                          one:
                            routing_url: http://one
                            schema:
                              file: ./one.graphql
                          two:
                            routing_url: http://two
                            schema: { file: [one.graphql, more] }
                        """);

        var subgraphs = SupergraphConfiguration.read(commerce.folder().resolve("graph/supergraph.yaml"));

        assertThat(subgraphs).extracting(SubgraphFiles::name).containsExactly("one", "two");
        assertThat(subgraphs).extracting(SubgraphFiles::url).containsExactly("http://one", "http://two");
        assertThat(subgraphs).extracting(files -> files.subgraph().sdl()).containsExactly("one", "one\na\nb");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            subgraphs: {}                                                           | it lists no subgraphs.
            federation_version: 2                                                   | it lists no subgraphs.
            {federation_version: 1, subgraphs: {a: {}}}                             | federation_version is '1'
            {subgraph: {}}                                                          | unknown key 'subgraph'. Did you mean 'subgraphs'?
            [a, b]                                                                  | the file must be a map
            subgraphs: {a: {schema: {file: a.graphql}}}                             | subgraphs.a has no routing_url
            subgraphs: {a: {routing_url: x}}                                        | subgraphs.a.schema is empty
            subgraphs: {a: {routing_url: x, schema: {}}}                            | subgraphs.a.schema names no file
            subgraphs: {a: {routing_url: x, schema: {file: {}}}}                    | subgraphs.a.schema.file must be text
            subgraphs: {a: {routing_url: x, schema: {subgraph_url: y}}}             | subgraphs.a.schema asks a server for its schema; compose reads files only.
            subgraphs: {a: {routing_url: x, schema: {file: no.graphql}}}            | There is no file
            subgraphs: {a: {}, a: {}}                                               | :1:20: this is not YAML: found duplicate key a.
            subgraphs: [                                                            | this is not YAML
            """)
    void saysWhatIsWrong(String yaml, String sentence) {
        var commerce = new CommandLine(folder).with("s.yaml", yaml);

        assertThatThrownBy(() -> SupergraphConfiguration.read(commerce.folder().resolve("s.yaml")))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining(sentence);
    }
}
