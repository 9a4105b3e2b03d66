package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.Value.BooleanValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is applied to an element. */
final class Applications {

    private Applications() {}

    static boolean has(List<Directive> directives, String name) {
        return first(directives, name) != null;
    }

    static @Nullable Directive first(List<Directive> directives, String name) {
        for (Directive directive : directives) {
            if (directive.name().equals(name)) {
                return directive;
            }
        }
        return null;
    }

    static List<Directive> all(List<Directive> directives, String name) {
        return has(directives, name)
                ? directives.stream()
                        .filter(directive -> directive.name().equals(name))
                        .toList()
                : List.of();
    }

    static @Nullable String text(Directive directive, String argument) {
        return directive.argument(argument) instanceof StringValue(String text) ? text : null;
    }

    /** The argument, or the default where it is left out. */
    static boolean flag(Directive directive, String argument, boolean otherwise) {
        return directive.argument(argument) instanceof BooleanValue(boolean value) ? value : otherwise;
    }

    /** What the directive's {@code fields} select; nothing where that was found unreadable when the subgraph was read. */
    static List<Selection> fields(Directive directive) {
        String text = text(directive, "fields");
        try {
            return text == null ? List.of() : Parser.selections(text);
        } catch (SyntaxException _) {
            return List.of();
        }
    }
}
