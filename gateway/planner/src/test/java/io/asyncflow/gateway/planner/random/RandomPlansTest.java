package io.asyncflow.gateway.planner.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.planner.operation.OperationException;
import io.asyncflow.gateway.planner.oracle.ComposedGraph;
import io.asyncflow.gateway.planner.oracle.Oracle;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.world.NoSuchData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Plans random operations on random graphs and runs the plans. {@code -Dplanner.seed} is the first graph's, {@code
 * -Dplanner.graphs} says how many to try and {@code -Dplanner.operations} how many operations on each.
 */
class RandomPlansTest {

    private static final int FIRST = Integer.getInteger("planner.seed", 0);
    private static final int GRAPHS = Integer.getInteger("planner.graphs", 120);
    private static final int OPERATIONS = Integer.getInteger("planner.operations", 20);

    private int planned;

    @Test
    void plansAnswerAsTheWholeDataWould() {
        assertThat(firstFault(GRAPHS, OPERATIONS, Oracle::fault)).isNull();
        assertThat(planned).isGreaterThan(GRAPHS);
    }

    @Test
    void plansHaveNoFetchInVainAndNoVainWait() {
        assertThat(firstFault(GRAPHS / 6, OPERATIONS / 2, Oracle::waste)).isNull();
        assertThat(planned).isPositive();
    }

    /** What is at fault with the plans of an operation, or null. */
    private interface Judge {
        @Nullable
        String fault(Oracle oracle, Document document);
    }

    private @Nullable String firstFault(int graphs, int operations, Judge judge) {
        String fault = null;
        for (int seed = FIRST; seed < FIRST + graphs && fault == null; seed++) {
            ComposedGraph graph = ComposedGraph.orNull(RandomGraph.of(seed));
            Oracle oracle =
                    graph == null ? null : new Oracle(graph, seed % 2 == 0 ? Set.of() : Set.of(RandomGraph.LABEL));
            for (int number = 0; oracle != null && number < operations && fault == null; number++) {
                Document document = Parser.parse(RandomOperation.of(seed * 1000L + number, graph.joins()));
                fault = described(judge, oracle, document);
                fault = fault == null ? null : "Graph " + seed + ", operation " + number + "\n" + fault + graph.text();
            }
        }
        return fault;
    }

    private @Nullable String described(Judge judge, Oracle oracle, Document document) {
        if (fault(judge, oracle, document) == null) {
            return null;
        }
        Document smaller = Smaller.of(document, each -> fault(judge, oracle, each) != null);
        return Printer.print(smaller) + "\n" + fault(judge, oracle, smaller) + "\n";
    }

    /** Null also where there is nothing to plan. */
    private @Nullable String fault(Judge judge, Oracle oracle, Document document) {
        try {
            String fault = judge.fault(oracle, document);
            planned++;
            return fault;
        } catch (OperationException | NoSuchData _) {
            return null;
        } catch (PlanningException refused) {
            return refused.code() + " " + refused.getMessage();
        } catch (RuntimeException | StackOverflowError crash) {
            List<StackTraceElement> trace = List.of(crash.getStackTrace());
            return crash + " at " + trace.subList(0, Math.min(6, trace.size()));
        }
    }
}
