package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.planner.operation.OperationException;
import io.asyncflow.gateway.planner.oracle.ComposedGraph;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.world.NoSuchData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random operations on random graphs, each always the same for its seed. */
public final class RandomOperations {

    private final int first;
    private final int graphs;
    private final int operations;
    private int judged;

    /**
     * @param first the first graph's seed
     * @param operations how many on each graph
     */
    public RandomOperations(int first, int graphs, int operations) {
        this.first = first;
        this.graphs = graphs;
        this.operations = operations;
    }

    /** Gets ready for the operations on a graph. */
    public interface Bench {

        /**
         * @param labels those of overrides that are on
         */
        Judge judge(ComposedGraph graph, Set<String> labels);
    }

    /** Says what is wrong with what comes of an operation, or null. */
    public interface Judge {

        @Nullable
        String fault(Document document);
    }

    /** How many operations were judged; others cannot be planned, or there is no data for them. */
    public int judged() {
        return judged;
    }

    /** What is wrong with the first operation with which anything is, in the smallest form found; or null. */
    public @Nullable String firstFault(Bench bench) {
        String fault = null;
        for (int seed = first; seed < first + graphs && fault == null; seed++) {
            ComposedGraph graph = ComposedGraph.orNull(RandomGraph.of(seed));
            Judge judge =
                    graph == null ? null : bench.judge(graph, seed % 2 == 0 ? Set.of() : Set.of(RandomGraph.LABEL));
            for (int number = 0; judge != null && number < operations && fault == null; number++) {
                Document document = Parser.parse(RandomOperation.of(seed * 1000L + number, graph.joins()));
                fault = described(judge, document);
                fault = fault == null ? null : "Graph " + seed + ", operation " + number + "\n" + fault + graph.text();
            }
        }
        return fault;
    }

    private @Nullable String described(Judge judge, Document document) {
        if (fault(judge, document) == null) {
            return null;
        }
        Document smaller = Smaller.of(document, each -> fault(judge, each) != null);
        return Printer.print(smaller) + "\n" + fault(judge, smaller) + "\n";
    }

    /** Null also where there is nothing to plan. */
    private @Nullable String fault(Judge judge, Document document) {
        try {
            String fault = judge.fault(document);
            judged++;
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
