package io.asyncflow.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code printed/<case>}: a supergraph as some composer wrote it, how this gateway prints it, and the schema that clients
 * see.
 */
class PrintedTest {

    static List<Path> cases() {
        return Goldens.cases("printed");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void printsTheSupergraph(Path folder) throws IOException {
        Goldens.assertMatches(folder.resolve("printed.graphql"), SupergraphPrinter.print(read(folder)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsItsOwnPrintWithoutLoss(Path folder) {
        Supergraph supergraph = read(folder);
        String printed = SupergraphPrinter.print(supergraph);
        Supergraph again = SupergraphReader.read(printed);
        assertThat(again).isEqualTo(supergraph);
        assertThat(SupergraphPrinter.print(again)).isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsClientsTheirPart(Path folder) throws IOException {
        String api = Printer.print(ApiSchema.of(read(folder)));
        Goldens.assertMatches(folder.resolve("api.graphql"), api);
        assertThat(Printer.print(Parser.parse(api))).isEqualTo(api);
    }

    private static Supergraph read(Path folder) {
        return SupergraphReader.read(Goldens.read(folder.resolve("supergraph.graphql")));
    }
}
