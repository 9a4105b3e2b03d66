package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value.VariableValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The variables that decide about a {@code @defer(if: $variable)} somewhere in a document. */
final class DeferVariables {

    private final Set<String> found = new LinkedHashSet<>();

    private DeferVariables() {}

    /** Those of {@code --defer}. */
    static Set<String> chosen(Options options, Document document) {
        return options.known("--defer", in(document), "variable of a @defer(if:)");
    }

    private static Set<String> in(Document document) {
        var variables = new DeferVariables();
        for (Definition definition : document.definitions()) {
            if (definition instanceof OperationDefinition operation) {
                variables.collect(operation.selections());
            } else if (definition instanceof FragmentDefinition fragment) {
                variables.collect(fragment.selections());
            }
        }
        return variables.found;
    }

    private void collect(List<Selection> selections) {
        for (Selection selection : selections) {
            selection.directives().forEach(this::collect);
            switch (selection) {
                case Selection.Field field -> collect(field.selections());
                case Selection.InlineFragment fragment -> collect(fragment.selections());
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private void collect(Directive directive) {
        if (directive.name().equals("defer") && directive.argument("if") instanceof VariableValue(String name)) {
            found.add(name);
        }
    }
}
