package io.asyncflow.gateway.cli.explanation;

import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.Planner.Explained;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.plan.RequestText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the stages of planning made of an operation. */
public final class Explanation {

    private final Operation operation;
    private final Explained explained;
    private final List<Reason> reasons;

    private Explanation(Operation operation, Explained explained, List<Reason> reasons) {
        this.operation = operation;
        this.explained = explained;
        this.reasons = reasons;
    }

    public static Explanation of(Operation operation, Explained explained, StateGraph graph) {
        return new Explanation(operation, explained, Reasons.of(explained.plan(), graph));
    }

    public String text() {
        List<String> choices = explained.decisions().stream()
                .flatMap(decision -> ChoiceText.lines(decision).stream())
                .toList();
        return part("The operation, normalised", RequestText.lines(normalised()))
                + part("Subgraphs to enter, and what was compared", choices)
                + part("Why each fetch", reasons.stream().map(Reason::text).toList())
                + "Steps of planning: " + explained.plan().work().steps() + "\n";
    }

    private static String part(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : title + ":\n" + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()) + "\n";
    }

    private OperationDefinition normalised() {
        String text = operation.type().keyword() + " { " + operation.selections() + " }";
        return (OperationDefinition) Parser.parse(text).definitions().getFirst();
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("normalised", operation.selections().toString());
        json.put("choices", explained.decisions().stream().map(ChoiceText::json).toList());
        json.put("reasons", reasons.stream().map(Reason::json).toList());
        return json;
    }
}
