package io.asyncflow.gateway.planner.oracle;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A document with one operation, as a client sends it. */
record Asked(Document document, OperationDefinition operation) {

    static Asked of(Document document) {
        for (Definition definition : document.definitions()) {
            if (definition instanceof OperationDefinition operation) {
                return new Asked(document, operation);
            }
        }
        throw new IllegalArgumentException("There is no operation");
    }

    /** Whether it is plain to see in which order the answer's fields are: without fragments and conditions. */
    boolean isPlain() {
        String text = Printer.print(document);
        return !text.contains("...") && !text.contains("@");
    }

    /** Without what is deferred: what the first answer has. */
    Asked immediate(Predicate<String> defers) {
        List<Definition> definitions = new ArrayList<>();
        for (Definition definition : document.definitions()) {
            definitions.add(
                    switch (definition) {
                        case OperationDefinition each ->
                            new OperationDefinition(
                                    each.type(),
                                    each.name(),
                                    each.variables(),
                                    each.directives(),
                                    immediate(each.selections(), defers),
                                    each.position());
                        case FragmentDefinition each ->
                            new FragmentDefinition(
                                    each.name(),
                                    each.typeCondition(),
                                    each.directives(),
                                    immediate(each.selections(), defers),
                                    each.position());
                        default -> definition;
                    });
        }
        return of(new Document(definitions));
    }

    private static List<Selection> immediate(List<Selection> selections, Predicate<String> defers) {
        List<Selection> kept = new ArrayList<>();
        for (Selection selection : selections) {
            if (!isDeferred(selection, defers)) {
                kept.add(immediate(selection, defers));
            }
        }
        return kept;
    }

    private static Selection immediate(Selection selection, Predicate<String> defers) {
        return switch (selection) {
            case Selection.Field field ->
                new Selection.Field(
                        field.alias(),
                        field.name(),
                        field.arguments(),
                        field.directives(),
                        immediate(field.selections(), defers),
                        field.position());
            case Selection.InlineFragment fragment ->
                new Selection.InlineFragment(
                        fragment.typeCondition(),
                        fragment.directives(),
                        immediate(fragment.selections(), defers),
                        fragment.position());
            case Selection.FragmentSpread spread -> spread;
        };
    }

    private static boolean isDeferred(Selection selection, Predicate<String> defers) {
        return selection.directives().stream()
                .filter(directive -> directive.name().equals("defer"))
                .anyMatch(directive -> switch (directive.argument("if")) {
                    case Value.VariableValue(String name) -> defers.test(name);
                    case Value.BooleanValue(boolean value) -> value;
                    case null, default -> true;
                });
    }
}
