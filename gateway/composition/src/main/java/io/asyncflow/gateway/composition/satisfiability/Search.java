package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.OperationType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks all that clients can ask, breadth first, so that what cannot be answered is found by its shortest query. */
final class Search {

    private final Proof proof;
    private final boolean rememberLabels;
    private final Findings findings = new Findings();
    private final Visits visits = new Visits();
    private final SharedMutations sharedMutations;

    /**
     * @param rememberLabels whether all fields under one override label are on the same side of it; where they need
     *     not be, there is more to prove, but no exponential number of cases
     */
    Search(Proof proof, boolean rememberLabels) {
        this.proof = proof;
        this.rememberLabels = rememberLabels;
        this.sharedMutations = new SharedMutations(this, proof.advance());
    }

    Findings run() {
        for (OperationType operation : OperationType.values()) {
            PublicType root = proof.graph().root(operation);
            if (root != null) {
                explore(root(operation, root), visits, findings);
                sharedMutations.trust(visits, findings);
            }
        }
        return findings;
    }

    private State root(OperationType operation, PublicType root) {
        List<Stop> stops = new ArrayList<>();
        for (LocalType local : proof.subgraphs().all(root.name())) {
            stops.add(proof.stops().at(proof.spots().at(local), Map.of()));
        }
        return State.root(operation, root, stops);
    }

    void explore(State start, Visits seen, Findings into) {
        Deque<State> open = new ArrayDeque<>(List.of(start));
        for (State next = open.poll(); next != null; next = open.poll()) {
            State state = next;
            if (seen.add(state)) {
                for (Step step : state.type().steps()) {
                    take(state, step, open, seen, into);
                }
            } else {
                state.type().sharedSteps().forEach(step -> compare(state, step, into));
            }
        }
    }

    /** From more subgraphs than before, all can be answered that could be, but they may not agree on its types. */
    private void compare(State state, Step step, Findings into) {
        PublicType to = step.to();
        Set<Stop> next = proof.advance().from(state, step).orElse(Set.of());
        if (to != null && !next.isEmpty() && state.allows(step)) {
            proof.budgetFor(next);
            proof.sharedTypes().agree(state.after(step, to, next, rememberLabels), step, into);
        }
    }

    private void take(State state, Step step, Deque<State> open, Visits seen, Findings into) {
        if (!state.allows(step)) {
            return;
        }
        Optional<Set<Stop>> next = proof.advance().from(state, step);
        if (next.isEmpty()) {
            return;
        }
        if (next.get().isEmpty()) {
            proof.reports().unanswerable(state, step, into);
        } else if (step.to() != null) {
            proof.budgetFor(next.get());
            State after = state.after(step, step.to(), next.get(), rememberLabels);
            if (proof.sharedTypes().agree(after, step, into)
                    && !sharedMutations.handle(state, step, after, seen, into)) {
                open.add(after);
            }
        }
    }
}
