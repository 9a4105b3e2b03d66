package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code @fromContext(field: "$user { id }")} names: the context {@code user}, and what to select there. */
record ContextSelection(String context, String selection) {

    static @Nullable ContextSelection of(Directive fromContext) {
        String text = Applications.text(fromContext, "field");
        int dollar = text == null ? -1 : ignored(text, 0);
        if (text == null || dollar >= text.length() || text.charAt(dollar) != '$') {
            return null;
        }
        int start = ignored(text, dollar + 1);
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end == start ? null : new ContextSelection(text.substring(start, end), text.substring(end));
    }

    /** Where the white space, commas and comments that start there end. */
    private static int ignored(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '#') {
                while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (" \t\r\n,".indexOf(next) >= 0) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isNamePart(char character) {
        return character == '_' || (character < 128 && Character.isLetterOrDigit(character));
    }

    /** Adds the fields it selects from all types that set the context. */
    void addFields(Contributor subgraph, Set<String> coordinates) {
        SelectedFields fields = new SelectedFields(subgraph, coordinates);
        for (TypeDefinition type : subgraph.schema().types().values()) {
            if (sets(type)) {
                addFields(fields, type);
            }
        }
    }

    private boolean sets(TypeDefinition type) {
        return Applications.all(type.directives(), Federation.CONTEXT).stream()
                .anyMatch(directive -> context.equals(Applications.text(directive, "name")));
    }

    private void addFields(SelectedFields fields, TypeDefinition type) {
        try {
            fields.addAll(type.name(), Parser.selections(selection));
        } catch (SyntaxException _) {
            // Reported when the subgraph was read.
        }
    }
}
