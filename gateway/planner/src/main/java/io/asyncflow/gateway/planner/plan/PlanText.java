package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prints plans for people: short, and the same for the same plan. */
public final class PlanText {

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    /** A block for each fetch, then what of the answer is not as the fetches name it, then what comes later. */
    public static String print(Plan plan) {
        var printer = new PlanText();
        printer.line(head(plan));
        plan.fetches().forEach(printer::fetch);
        printer.introspection(plan);
        printer.answer(plan.shape());
        plan.deferred().forEach(printer::deferred);
        return printer.text.toString();
    }

    private static String head(Plan plan) {
        int count = plan.fetches().size();
        String fetches =
                count == 0 ? "no fetch" : count == 1 ? "1 fetch" : count + " fetches, " + depth(plan) + " deep";
        return plan.type().keyword() + ": " + fetches + (plan.work().greedy() ? ", greedy" : "");
    }

    /** How many fetches run one after another at least. */
    private static int depth(Plan plan) {
        Map<Integer, Integer> depths = new HashMap<>();
        int deepest = 0;
        for (Fetch fetch : plan.fetches()) {
            int depth = 1;
            for (int parent : fetch.parents()) {
                depth = Math.max(depth, 1 + depths.getOrDefault(parent, 0));
            }
            depths.put(fetch.id(), depth);
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private void fetch(Fetch fetch) {
        line("");
        FetchText.lines(fetch).forEach(this::line);
    }

    private void introspection(Plan plan) {
        if (!plan.introspection().isEmpty()) {
            line("");
            line("introspection { " + new SelectionSet(plan.type().rootName(), List.copyOf(plan.introspection()))
                    + " }");
        }
    }

    private void answer(Shape shape) {
        String separator = "\n";
        for (String place : ShapeText.unusual(shape)) {
            line(separator + "answer " + place);
            separator = "";
        }
    }

    private void deferred(Deferred deferred) {
        line("");
        line("deferred " + deferred.id()
                + (deferred.parent() == 0 ? "" : " in " + deferred.parent())
                + (deferred.label() == null ? "" : " \"" + deferred.label() + "\"")
                + (deferred.path().segments().isEmpty() ? "" : " at " + deferred.path()));
        line("  " + ShapeText.whole(deferred.shape()));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
