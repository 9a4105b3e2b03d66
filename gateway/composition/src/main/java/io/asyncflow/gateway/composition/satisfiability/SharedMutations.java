package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.OperationType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mutation must run once, so a mutation field that several subgraphs share is called in one of them: all that clients
 * can select below it must be answerable from there. One such subgraph is enough.
 */
final class SharedMutations {

    private final Search search;
    private final Advance advance;
    private final Visits proved = new Visits();
    private final Map<Start, Findings> known = new HashMap<>();

    SharedMutations(Search search, Advance advance) {
        this.search = search;
        this.advance = advance;
    }

    private record Start(PublicType type, Set<Stop> stops) {}

    /** What has been visited without a problem need not be again. */
    void trust(Visits visits, Findings findings) {
        if (findings.problems().isEmpty()) {
            proved.addAll(visits);
        }
    }

    /** Whether the step takes a mutation that is shared, and so was explored here. */
    boolean handle(State state, Step step, State after, Visits seen, Findings into) {
        if (state.operation() != OperationType.MUTATION
                || state.before() != null
                || !(step instanceof Step.Take take)
                || take.to() == null) {
            return false;
        }
        Map<String, State> alternatives = alternatives(state, take, take.to(), after);
        if (alternatives.size() < 2) {
            return false;
        }
        compareSharedTypes(after, seen, into);
        prove(take, alternatives, into);
        return true;
    }

    private Map<String, State> alternatives(State state, Step.Take step, PublicType to, State after) {
        Map<String, State> alternatives = new LinkedHashMap<>();
        for (Stop stop : state.stops()) {
            Set<Stop> next = advance.withoutJump(stop, step);
            Spot spot = stop.spot();
            if (!next.isEmpty() && spot != null) {
                State alternative = state.after(step, to, next, !after.labels().isEmpty());
                alternatives.put(spot.type().graph().name(), alternative);
            }
        }
        return alternatives;
    }

    /** What is shared below it has to return the same from all subgraphs, whichever of them the mutation runs in. */
    private void compareSharedTypes(State after, Visits seen, Findings into) {
        Findings together = new Findings();
        search.explore(after, seen, together);
        into.addHints(together);
        into.addProblems(together, ErrorCode.SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES);
    }

    private void prove(Step.Take step, Map<String, State> alternatives, Findings into) {
        Map<String, List<Problem>> failed = new LinkedHashMap<>();
        for (Map.Entry<String, State> alternative : alternatives.entrySet()) {
            List<Problem> problems = explore(alternative.getValue()).problems(ErrorCode.SATISFIABILITY_ERROR);
            if (problems.isEmpty()) {
                return;
            }
            failed.put(alternative.getKey(), problems);
        }
        into.add(step.coordinate(), problem(step, failed));
    }

    private Findings explore(State start) {
        Start key = new Start(start.type(), Set.copyOf(start.stops()));
        Findings findings = known.get(key);
        if (findings == null) {
            findings = new Findings();
            Visits visits = proved.copy();
            search.explore(start, visits, findings);
            known.put(key, findings);
            trust(visits, findings);
        }
        return findings;
    }

    private static Problem problem(Step.Take step, Map<String, List<Problem>> failed) {
        StringBuilder message = new StringBuilder("""
                A mutation runs in one subgraph only, so one that has "%s" must be able to answer whatever is selected \
                below it. None of them is; make it so for one:""".formatted(step.coordinate()));
        failed.forEach((graph, problems) -> {
            message.append("\n- called in \"").append(graph).append("\":");
            for (Problem problem : problems) {
                message.append('\n').append(problem.message().indent(2).stripTrailing());
            }
        });
        return new Problem(ErrorCode.SATISFIABILITY_ERROR, message.toString(), List.of());
    }
}
