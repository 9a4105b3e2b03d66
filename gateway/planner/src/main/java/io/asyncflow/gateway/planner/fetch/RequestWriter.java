package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value.VariableValue;
import io.asyncflow.gateway.language.VariableDefinition;
import io.asyncflow.gateway.planner.fetch.LookupDraft.ContextDraft;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.plan.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the request of a fetch. */
final class RequestWriter {

    private static final TypeRef REPRESENTATIONS =
            new NonNullType(new ListType(new NonNullType(TypeRef.named("_Any"))));

    private final Operation operation;

    RequestWriter(Operation operation) {
        this.operation = operation;
    }

    Request root(FetchDraft fetch, int id, OperationType type) {
        SelectionWriter writer = new SelectionWriter(fetch.conditions());
        SelectionDraft selections = fetch.selections();
        return request(fetch, id, type, selections == null ? List.of() : writer.write(selections), writer, List.of());
    }

    /**
     * @param keys the names of the lookups' fields in the response
     * @param variables those of their representations
     */
    Request entities(FetchDraft fetch, int id, List<String> keys, List<String> variables) {
        SelectionWriter writer = new SelectionWriter(fetch.conditions());
        List<Selection> fields = new ArrayList<>();
        List<VariableDefinition> declared = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            LookupDraft lookup = fetch.lookups().get(i);
            fields.add(entities(keys.get(i), variables.get(i), writer.write(lookup.selections())));
            declared.add(variable(variables.get(i), REPRESENTATIONS));
            for (ContextDraft context : lookup.contexts()) {
                declared.add(variable(context.variable(), context.argument().type()));
            }
        }
        return request(fetch, id, OperationType.QUERY, fields, writer, declared);
    }

    private static Selection entities(String key, String variable, List<Selection> selections) {
        return new Selection.Field(
                key.equals("_entities") ? null : key,
                "_entities",
                List.of(new Argument("representations", new VariableValue(variable), Position.NONE)),
                List.of(),
                selections,
                Position.NONE);
    }

    private static VariableDefinition variable(String name, TypeRef type) {
        return new VariableDefinition(name, type, null, List.of(), Position.NONE);
    }

    private Request request(
            FetchDraft fetch,
            int id,
            OperationType type,
            List<Selection> selections,
            SelectionWriter writer,
            List<VariableDefinition> declared) {
        List<String> passedOn = new ArrayList<>();
        List<VariableDefinition> variables = new ArrayList<>(declared);
        Set<String> used = writer.variables();
        for (VariableDefinition variable : operation.variables()) {
            if (used.contains(variable.name())) {
                passedOn.add(variable.name());
                variables.add(new VariableDefinition(
                        variable.name(), variable.type(), variable.defaultValue(), List.of(), Position.NONE));
            }
        }
        String name = name(fetch, id);
        List<Directive> directives = List.of();
        return new Request(
                new OperationDefinition(type, name, variables, directives, selections, Position.NONE),
                text(type, name, variables, selections),
                passedOn);
    }

    private @Nullable String name(FetchDraft fetch, int id) {
        return operation.name() == null
                ? null
                : operation.name() + "__" + word(fetch.graph().name()) + "__" + id;
    }

    private static String word(String name) {
        StringBuilder word = new StringBuilder(name);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
                word.setCharAt(i, '_');
            }
        }
        return word.toString();
    }

    /** On one line, for the wire. */
    private static String text(
            OperationType type, @Nullable String name, List<VariableDefinition> variables, List<Selection> selections) {
        StringBuilder text = new StringBuilder();
        if (type != OperationType.QUERY || name != null || !variables.isEmpty()) {
            text.append(type.keyword()).append(name == null ? "" : " " + name);
            String separator = "(";
            for (VariableDefinition variable : variables) {
                text.append(separator)
                        .append('$')
                        .append(variable.name())
                        .append(": ")
                        .append(variable.type());
                if (variable.defaultValue() != null) {
                    text.append(" = ").append(Printer.print(variable.defaultValue()));
                }
                separator = ", ";
            }
            text.append(variables.isEmpty() ? " " : ") ");
        }
        return text.append("{ ").append(Printer.print(selections)).append(" }").toString();
    }
}
