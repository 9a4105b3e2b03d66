package io.asyncflow.gateway.planner.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.planner.oracle.Oracle;
import org.junit.jupiter.api.Test;

/**
 * Plans random operations on random graphs and runs the plans. {@code -Dplanner.seed} is the first graph's, {@code
 * -Dplanner.graphs} says how many to try and {@code -Dplanner.operations} how many operations on each.
 */
class RandomPlansTest {

    private static final int FIRST = Integer.getInteger("planner.seed", 0);
    private static final int GRAPHS = Integer.getInteger("planner.graphs", 120);
    private static final int OPERATIONS = Integer.getInteger("planner.operations", 20);

    @Test
    void plansAnswerAsTheWholeDataWould() {
        var operations = new RandomOperations(FIRST, GRAPHS, OPERATIONS);
        assertThat(operations.firstFault((graph, labels) -> new Oracle(graph, labels)::fault))
                .isNull();
        assertThat(operations.judged()).isGreaterThan(GRAPHS);
    }

    @Test
    void plansHaveNoFetchInVainAndNoVainWait() {
        var operations = new RandomOperations(FIRST, GRAPHS / 6, OPERATIONS / 2);
        assertThat(operations.firstFault((graph, labels) -> new Oracle(graph, labels)::waste))
                .isNull();
        assertThat(operations.judged()).isPositive();
    }
}
