package io.asyncflow.gateway.planner.oracle;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.execution.Answer;
import io.asyncflow.gateway.planner.execution.JsonText;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.execution.PlanRunner;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.world.Violation;
import io.asyncflow.gateway.planner.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is run once on one world.
 *
 * @param variables the client's, defaults filled in, and those of lifted literals
 * @param complete what the answer must be
 * @param initial what it must be before anything deferred comes
 * @param isPlain whether it is plain to see in which order the answer's fields are
 */
record Trial(
        Plan plan,
        World world,
        PlanRunner runner,
        Set<String> labels,
        Map<String, Object> variables,
        Map<String, Object> complete,
        Map<String, Object> initial,
        boolean isPlain) {

    @Nullable
    String fault(PlanExecution.Order order) {
        Answer answer;
        try {
            answer = runner.run(plan, world, labels, variables, order);
        } catch (Violation violation) {
            return String.valueOf(violation.getMessage());
        }
        String fault = difference(
                "The answer", complete, answer.complete(), plan.deferred().isEmpty());
        if (fault == null) {
            fault = difference("The first answer", initial, answer.initial(), true);
        }
        return fault == null && plan.type() == OperationType.MUTATION ? disorder(answer) : fault;
    }

    Trial of(Plan another) {
        return new Trial(another, world, runner, labels, variables, complete, initial, isPlain);
    }

    Trial withGaps() {
        return new Trial(plan, world.withGaps(), runner, labels, variables, complete, initial, isPlain);
    }

    /** The fault where subgraphs miss entities, so that parts of the answer are null; the others must be right. */
    @Nullable
    String faultWithGaps() {
        try {
            Answer answer = runner.run(plan, world, labels, variables, PlanExecution.Order.FIRST);
            return isPart(answer.complete(), complete)
                    ? null
                    : "With entities missing, the answer cannot be\n" + JsonText.of(answer.complete()) + "\nof\n"
                            + JsonText.of(complete);
        } catch (Violation violation) {
            return "With entities missing: " + violation.getMessage();
        }
    }

    private static boolean isPart(@Nullable Object actual, @Nullable Object expected) {
        if (actual instanceof Map<?, ?> fields && expected instanceof Map<?, ?> all) {
            return fields.keySet().stream()
                    .allMatch(key -> all.containsKey(key) && isPart(fields.get(key), all.get(key)));
        }
        if (actual instanceof List<?> items && expected instanceof List<?> all && items.size() == all.size()) {
            return IntStream.range(0, items.size()).allMatch(i -> isPart(items.get(i), all.get(i)));
        }
        return actual == null || actual.equals(expected);
    }

    private @Nullable String difference(
            String what, Map<String, Object> expected, @Nullable Map<String, Object> actual, boolean atOnce) {
        boolean inOrder = isPlain || atOnce && runner.ordersKeys();
        String right = inOrder ? JsonText.of(expected) : JsonText.sorted(expected);
        String real = inOrder ? JsonText.of(actual) : JsonText.sorted(actual);
        return right.equals(real) ? null : what + " should be\n" + right + "\nbut is\n" + real;
    }

    /** Mutations happen one after the other, in the order of the operation. */
    private @Nullable String disorder(Answer answer) {
        Map<String, String> from = new HashMap<>();
        plan.shape().entries().forEach(entry -> from.putIfAbsent(entry.key(), entry.from()));
        List<String> order = complete.keySet().stream()
                .map(key -> from.getOrDefault(key, key))
                .filter(key -> !key.startsWith("__"))
                .toList();
        List<String> done = new ArrayList<>();
        answer.requests()
                .forEach(request -> request.rootKeys().stream()
                        .filter(key -> order.contains(key) && !done.contains(key))
                        .forEach(done::add));
        return done.equals(order) ? null : "The mutations should be done as " + order + ", but are as " + done;
    }
}
