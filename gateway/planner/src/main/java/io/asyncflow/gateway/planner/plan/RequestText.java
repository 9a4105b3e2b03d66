package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import java.util.ArrayList;
import java.util.List;

/** Prints an operation with as much on a line as fits: what is small stays together, and leaves share lines. */
public final class RequestText {

    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    private RequestText() {}

    public static List<String> lines(OperationDefinition operation) {
        var text = new RequestText();
        text.block(head(operation), operation.selections(), "");
        return text.lines;
    }

    /** With a space behind it, or nothing for the shortest form of a query. */
    private static String head(OperationDefinition operation) {
        var empty = new OperationDefinition(
                operation.type(),
                operation.name(),
                operation.variables(),
                operation.directives(),
                List.of(),
                Position.NONE);
        String printed = Printer.print(empty);
        return printed.substring(0, printed.length() - "{\n}".length());
    }

    private void block(String head, List<Selection> selections, String indent) {
        String whole = indent + head + "{ " + Printer.print(selections) + " }";
        if (whole.length() <= WIDTH) {
            lines.add(whole);
            return;
        }
        lines.add(indent + head + "{");
        String inner = indent + "  ";
        String leaves = inner;
        for (Selection selection : selections) {
            List<Selection> below = below(selection);
            String opening = head(selection);
            if (!below.isEmpty()) {
                leaves = end(leaves, inner);
                block(opening + " ", below, inner);
            } else if (leaves.length() + opening.length() > WIDTH) {
                end(leaves, inner);
                leaves = inner + opening + " ";
            } else {
                leaves += opening + " ";
            }
        }
        end(leaves, inner);
        lines.add(indent + "}");
    }

    /** Ends a line of leaves, if there is any on it, and starts the next. */
    private String end(String leaves, String inner) {
        if (!leaves.isBlank()) {
            lines.add(leaves.stripTrailing());
        }
        return inner;
    }

    private static List<Selection> below(Selection selection) {
        return switch (selection) {
            case Selection.Field field -> field.selections();
            case Selection.InlineFragment fragment -> fragment.selections();
            case Selection.FragmentSpread _ -> List.of();
        };
    }

    private static String head(Selection selection) {
        Selection alone = switch (selection) {
            case Selection.Field field ->
                new Selection.Field(
                        field.alias(), field.name(), field.arguments(), field.directives(), List.of(), Position.NONE);
            case Selection.InlineFragment fragment ->
                new Selection.InlineFragment(fragment.typeCondition(), fragment.directives(), List.of(), Position.NONE);
            case Selection.FragmentSpread spread -> spread;
        };
        return Printer.print(List.of(alone));
    }
}
