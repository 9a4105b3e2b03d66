package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.explanation.Explanation;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanJson;
import io.asyncflow.gateway.planner.plan.PlanText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan, for people and for programs, with the values of the literals that became variables, and if asked for why it is so. */
record PlanReport(Operation operation, Plan plan, @Nullable Explanation explanation) {

    String text() {
        var text = new StringBuilder(PlanText.print(plan));
        if (!operation.literals().isEmpty()) {
            text.append('\n');
        }
        operation
                .literals()
                .forEach((name, value) -> text.append("$")
                        .append(name)
                        .append(" = ")
                        .append(Printer.print(value))
                        .append('\n'));
        if (explanation != null) {
            text.append('\n').append(explanation.text());
        }
        return text.toString();
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("plan", PlanJson.of(plan));
        var literals = new LinkedHashMap<String, Object>();
        operation.literals().forEach((name, value) -> literals.put(name, Printer.print(value)));
        json.put("literals", literals);
        if (explanation != null) {
            json.put("explanation", explanation.json());
        }
        return json;
    }
}
