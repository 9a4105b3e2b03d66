package io.asyncflow.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.language.Printer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code contracts/<case>}: {@code contract.txt} tells the tags, {@code api.graphql} what its clients see of
 * {@code supergraph.graphql}.
 */
class ContractTest {

    static List<Path> cases() {
        return Goldens.cases("contracts");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsWhatTheContractLeaves(Path folder) throws IOException {
        Supergraph contracted = contract(folder).apply(supergraph(folder));
        Goldens.assertMatches(folder.resolve("api.graphql"), Printer.print(ApiSchema.of(contracted)));
        assertThat(SupergraphReader.read(SupergraphPrinter.print(contracted))).isEqualTo(contracted);
    }

    @Test
    void leavesTheJoinsAlone() {
        Supergraph shop = supergraph(Goldens.cases("contracts").getFirst());
        Supergraph contracted = new Contract(Set.of(), Set.of("internal"), true).apply(shop);
        assertThat(contracted.types().values())
                .extracting(Type::joins)
                .isEqualTo(shop.types().values().stream().map(Type::joins).toList());
        assertThat(contracted.graphs()).isEqualTo(shop.graphs());
    }

    @Test
    void refusesToHideAllOfTheQueryType() {
        Supergraph shop = supergraph(Goldens.cases("contracts").getFirst());
        assertThatThrownBy(() -> new Contract(Set.of("nobody"), Set.of(), false).apply(shop))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("The contract hides all of the query type Query");
    }

    @Test
    void refusesATagOnBothSides() {
        assertThatThrownBy(() -> new Contract(Set.of("a"), Set.of("a"), false))
                .hasMessageContaining("\"a\" is both included and excluded");
    }

    private static Contract contract(Path folder) {
        String text = Goldens.read(folder.resolve("contract.txt"));
        return new Contract(tags("include", text), tags("exclude", text), text.contains("hide unreachable types"));
    }

    private static Set<String> tags(String side, String text) {
        Matcher line = Pattern.compile("(?m)^" + side + " (.+)$").matcher(text);
        return line.find() ? Set.of(line.group(1).split(" ")) : Set.of();
    }

    private static Supergraph supergraph(Path folder) {
        return SupergraphReader.read(Goldens.read(folder.resolve("supergraph.graphql")));
    }
}
