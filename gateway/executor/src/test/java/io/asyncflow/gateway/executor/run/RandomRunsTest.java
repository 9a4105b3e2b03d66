package io.asyncflow.gateway.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.planner.oracle.Oracle;
import io.asyncflow.gateway.planner.random.RandomOperations;
import org.junit.jupiter.api.Test;

/**
 * Runs random operations on random graphs. {@code -Dexecutor.seed} is the first graph's, {@code -Dexecutor.graphs} says
 * how many to try, {@code -Dexecutor.operations} how many operations on each, and {@code -Dexecutor.damages} how often
 * each is run with subgraphs that fail or talk rubbish.
 */
class RandomRunsTest {

    private static final int FIRST = Integer.getInteger("executor.seed", 0);
    private static final int GRAPHS = Integer.getInteger("executor.graphs", 16);
    private static final int OPERATIONS = Integer.getInteger("executor.operations", 6);
    private static final int DAMAGES = Integer.getInteger("executor.damages", 3);

    @Test
    void answersAsTheWholeDataWould() {
        var operations = new RandomOperations(FIRST, GRAPHS, OPERATIONS);
        assertThat(operations.firstFault(
                        (graph, labels) -> new Oracle(graph, labels, new ProgramRunner(graph.supergraph()))::fault))
                .isNull();
        assertThat(operations.judged()).isGreaterThan(GRAPHS);
    }

    @Test
    void answersRightlyAsFarAsSubgraphsDo() {
        var operations = new RandomOperations(FIRST, GRAPHS, OPERATIONS / 2);
        assertThat(operations.firstFault((graph, labels) ->
                        new Oracle(graph, labels, new SabotagedRunner(graph.supergraph(), DAMAGES))::fault))
                .isNull();
        assertThat(operations.judged()).isPositive();
    }
}
