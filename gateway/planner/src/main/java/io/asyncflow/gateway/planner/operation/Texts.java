package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is normalised as GraphQL again, each field with its conditions and its deferral as directives. */
final class Texts {

    /** An empty selection set asks whether there is an object at all. */
    private static final Selection NOTHING = new Selection.Field(
            null,
            "__typename",
            List.of(),
            List.of(directive("skip", new Value.BooleanValue(true))),
            List.of(),
            Position.NONE);

    private Texts() {}

    /** On one line. */
    static String of(SelectionSet selections) {
        return Printer.print(selections(selections));
    }

    /** The whole of it, but the values of its literals. */
    static String of(Operation operation) {
        return Printer.print(new OperationDefinition(
                operation.type(),
                operation.name(),
                operation.variables(),
                operation.directives(),
                selections(operation.selections()),
                Position.NONE));
    }

    private static List<Selection> selections(@Nullable SelectionSet set) {
        if (set == null) {
            return List.of();
        }
        List<Selection> selections =
                new ArrayList<>(Math.max(1, set.selections().size()));
        for (Selected selected : set.selections()) {
            selections.add(
                    switch (selected) {
                        case Selected.Field field -> field(field);
                        case Selected.Fragment fragment -> fragment(fragment);
                    });
        }
        if (selections.isEmpty()) {
            selections.add(NOTHING);
        }
        return selections;
    }

    private static Selection fragment(Selected.Fragment fragment) {
        List<Selection> fields = new ArrayList<>(fragment.fields().size());
        fragment.fields().forEach(field -> fields.add(field(field)));
        return new Selection.InlineFragment(fragment.type(), List.of(), fields, Position.NONE);
    }

    private static Selection field(Selected.Field field) {
        return new Selection.Field(
                field.key().equals(field.name()) ? null : field.key(),
                field.name(),
                field.arguments(),
                directives(field),
                selections(field.selections()),
                Position.NONE);
    }

    private static List<Directive> directives(Selected.Field field) {
        Deferral deferral = field.deferral();
        if (field.conditions().isEmpty() && deferral == null) {
            return field.directives();
        }
        List<Directive> directives = new ArrayList<>(field.directives());
        for (Condition condition : field.conditions()) {
            directives.add(directive(
                    condition.expected() ? "include" : "skip", new Value.VariableValue(condition.variable())));
        }
        if (deferral != null) {
            directives.add(deferred(deferral));
        }
        return directives;
    }

    private static Directive deferred(Deferral deferral) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(argument("id", number(deferral.id())));
        if (deferral.parent() != null) {
            arguments.add(argument("parent", number(deferral.parent().id())));
        }
        if (deferral.label() != null) {
            arguments.add(argument("label", new Value.StringValue(deferral.label())));
        }
        return new Directive("defer", arguments, Position.NONE);
    }

    private static Value number(int number) {
        return new Value.IntValue(Integer.toString(number));
    }

    private static Directive directive(String name, Value condition) {
        return new Directive(name, List.of(argument("if", condition)), Position.NONE);
    }

    private static Argument argument(String name, Value value) {
        return new Argument(name, value, Position.NONE);
    }
}
