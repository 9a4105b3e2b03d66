package io.asyncflow.gateway.composition.satisfiability;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomGraphsTest {

    private static final int DEPTH = 7;

    /** No graph is accepted whose queries cannot be answered. */
    @Test
    void whatIsAcceptedCanBeFetched() {
        long accepted = LongStream.range(0, 3000)
                .filter(seed -> {
                    Supergraph supergraph = RandomSupergraph.of(seed, true, false);
                    if (!Satisfiability.check(supergraph).problems().isEmpty()) {
                        return false;
                    }
                    assertThat(Fetching.missing(supergraph, DEPTH))
                            .as("seed %d", seed)
                            .isEmpty();
                    return true;
                })
                .count();

        assertThat(accepted).isGreaterThan(100);
    }

    /** With keys of one field and no other conditions, there is only one way to see it. */
    @Test
    void simpleGraphsAreAcceptedJustWhenTheyCanBeFetched() {
        long accepted = LongStream.range(0, 3000)
                .filter(seed -> {
                    Supergraph supergraph = RandomSupergraph.of(seed, false, false);
                    boolean answerable =
                            Satisfiability.check(supergraph).problems().isEmpty();
                    assertThat(answerable)
                            .as("seed %d, of which cannot be fetched: %s", seed, Fetching.missing(supergraph, DEPTH))
                            .isEqualTo(Fetching.missing(supergraph, DEPTH).isEmpty());
                    return answerable;
                })
                .count();

        assertThat(accepted).isBetween(100L, 2900L);
    }

    @Test
    void aKeyThatAllSubgraphsResolveMakesAnyGraphAnswerable() {
        LongStream.range(0, 1000).forEach(seed -> {
            Supergraph supergraph = RandomSupergraph.of(seed, true, true);

            assertThat(Satisfiability.check(supergraph).problems())
                    .as("seed %d", seed)
                    .isEmpty();
        });
    }
}
