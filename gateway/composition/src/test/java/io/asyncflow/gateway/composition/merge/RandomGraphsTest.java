package io.asyncflow.gateway.composition.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.supergraph.ApiSchema;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomGraphsTest {

    private static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readBackEqual(long seed) {
        Supergraph supergraph = compose(RandomGraph.subgraphs(seed));
        assertThat(SupergraphReader.read(SupergraphPrinter.print(supergraph))).isEqualTo(supergraph);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void offerClientsTheSameInWhateverOrderSubgraphsCome(long seed) {
        List<Subgraph> subgraphs = RandomGraph.subgraphs(seed);
        List<Subgraph> shuffled = new ArrayList<>(subgraphs);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(api(shuffled)).isEqualTo(api(subgraphs));
    }

    /** The public schema with all lines in order: members of a type come in the order of the subgraphs. */
    private static List<String> api(List<Subgraph> subgraphs) {
        return Printer.print(ApiSchema.of(compose(subgraphs))).lines().sorted().collect(Collectors.toList());
    }

    private static Supergraph compose(List<Subgraph> subgraphs) {
        Composition composition = Composer.compose(subgraphs);
        assertThat(composition).isInstanceOf(Composed.class);
        return ((Composed) composition).supergraph();
    }
}
