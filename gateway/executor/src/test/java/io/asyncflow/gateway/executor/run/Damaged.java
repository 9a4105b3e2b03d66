package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** What came of one run with damaged answers, put together from its parts. */
final class Damaged {

    private final Sabotage sabotage;
    private final List<Map<?, ?>> errors = new ArrayList<>();
    private final Map<Integer, Outcome.Pending> open = new HashMap<>();
    private @Nullable Map<String, Object> data;
    private boolean begun;
    private boolean ended;
    private boolean lost;
    private @Nullable Throwable failure;

    private Damaged(Sabotage sabotage) {
        this.sabotage = sabotage;
    }

    /** Runs the plan to its end, or until all that is left never comes. */
    static Damaged run(ProgramRunner runner, Plan plan, Sabotage sabotage, Map<String, Object> variables) {
        var run = new Damaged(sabotage);
        Disposable subscription =
                runner.start(plan, sabotage, variables).subscribe(run::take, failure -> run.failure = failure);
        while (!run.ended && run.failure == null && sabotage.release()) {
            continue;
        }
        if (!run.ended && run.failure == null && sabotage.silent() == 0) {
            throw new Violation("It hangs");
        }
        subscription.dispose();
        run.parts.forEach(Disposable::dispose);
        if (sabotage.silent() != 0) {
            throw new Violation("Something is still asked");
        }
        return run;
    }

    private final List<Disposable> parts = new ArrayList<>();

    private void take(Outcome outcome) {
        switch (outcome) {
            case Outcome.Single(Json response, var _) -> {
                begin(response);
                ended = true;
            }
            case Outcome.Incremental incremental ->
                parts.add(incremental.parts().subscribe(this::part, problem -> failure = problem, this::end));
            case Outcome.Events events ->
                parts.add(events.responses().subscribe(this::begin, problem -> failure = problem, () -> ended = true));
        }
    }

    private void end() {
        if (!open.isEmpty()) {
            failure = new Violation("Announced, but never sent: " + open);
        }
        ended = true;
    }

    private void begin(Json response) {
        Map<?, ?> read = (Map<?, ?>) ProgramRunner.read(response);
        begun = true;
        if (!List.copyOf(read.keySet())
                .equals(read.containsKey("errors") ? List.of("data", "errors") : List.of("data"))) {
            throw new Violation("A response with " + read.keySet());
        }
        data = fields(read.get("data"));
        addErrors(read.get("errors"));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> fields(@Nullable Object value) {
        return (Map<String, Object>) value;
    }

    private void addErrors(@Nullable Object told) {
        if (told instanceof List<?> list) {
            if (list.isEmpty()) {
                throw new Violation("An empty list of errors");
            }
            list.forEach(each -> errors.add((Map<?, ?>) each));
        }
    }

    private void part(Outcome.Part part) {
        if (part.initial() != null) {
            begin(part.initial());
        }
        part.pending().forEach(each -> open.put(each.id(), each));
        for (Outcome.Patch patch : part.patches()) {
            if (open.remove(patch.pending().id()) == null) {
                throw new Violation("Sent, but not announced: " + patch);
            }
            patch(patch);
        }
        if (part.hasNext() == open.isEmpty()) {
            throw new Violation("Wrong about what is next");
        }
    }

    private void patch(Outcome.Patch patch) {
        if (patch.errors() != null) {
            addErrors(ProgramRunner.read(patch.errors()));
        }
        if (patch.data() == null) {
            lost = true;
            if (patch.errors() == null) {
                throw new Violation("No data and no errors: " + patch);
            }
        } else {
            Map<String, Object> object = ProgramRunner.at(
                    Objects.requireNonNull(data), patch.pending().path());
            ProgramRunner.merge(object, (Map<?, ?>) ProgramRunner.read(patch.data()));
        }
    }

    Sabotage sabotage() {
        return sabotage;
    }

    /** False where it never ended, as some answers never came. */
    boolean hasEnded() {
        return ended;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Whether a deferred part came to nothing. */
    boolean hasLost() {
        return lost;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    @Nullable
    Map<String, Object> data() {
        return data;
    }

    List<Map<?, ?>> errors() {
        return errors;
    }
}
