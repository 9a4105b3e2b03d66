package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints selections, on one line or each on its own. */
final class SelectionPrinter {

    private final Writer writer;
    private final ValuePrinter values;

    SelectionPrinter(Writer writer) {
        this.writer = writer;
        this.values = new ValuePrinter(writer);
    }

    void line(List<Selection> selections) {
        writer.joined(selections, " ", selection -> {
            head(selection);
            List<Selection> inner = inner(selection);
            if (!inner.isEmpty()) {
                writer.add(" { ");
                line(inner);
                writer.add(" }");
            }
        });
    }

    void block(List<Selection> selections) {
        writer.block("{", selections, this::lines, "}");
    }

    private void lines(Selection selection) {
        head(selection);
        List<Selection> inner = inner(selection);
        if (!inner.isEmpty()) {
            writer.add(" ");
            block(inner);
        }
    }

    private void head(Selection selection) {
        switch (selection) {
            case Selection.Field field -> {
                writer.add(field.alias() == null ? "" : field.alias() + ": ").add(field.name());
                values.arguments(field.arguments());
            }
            case Selection.FragmentSpread spread -> writer.add("...").add(spread.name());
            case Selection.InlineFragment fragment -> writer.add(condition(fragment.typeCondition()));
        }
        values.directives(selection.directives());
    }

    private static String condition(@Nullable String type) {
        return type == null ? "..." : "... on " + type;
    }

    private static List<Selection> inner(Selection selection) {
        return switch (selection) {
            case Selection.Field field -> field.selections();
            case Selection.FragmentSpread _ -> List.of();
            case Selection.InlineFragment fragment -> fragment.selections();
        };
    }
}
