package io.asyncflow.gateway.planner.random;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.VariableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes selections out of an operation as long as it still fails. */
final class Smaller {

    private final Predicate<Document> fails;

    private Smaller(Predicate<Document> fails) {
        this.fails = fails;
    }

    static Document of(Document document, Predicate<Document> fails) {
        Smaller smaller = new Smaller(fails);
        Document last = document;
        for (Document next = smaller.step(last); next != null; next = smaller.step(last)) {
            last = next;
        }
        return last;
    }

    private Document step(Document document) {
        return candidates(document).stream()
                .map(Smaller::pruned)
                .filter(fails)
                .findFirst()
                .orElse(null);
    }

    /** Without the fragments and variables that are no longer used. */
    private static Document pruned(Document document) {
        String text = Printer.print(document);
        List<Definition> used = new ArrayList<>();
        for (Definition definition : document.definitions()) {
            if (definition instanceof OperationDefinition each) {
                used.add(operation(
                        each,
                        each.variables().stream()
                                .filter(variable -> isUsed(text, "\\$" + variable.name(), 2))
                                .toList(),
                        each.selections()));
            } else if (!(definition instanceof FragmentDefinition each) || isUsed(text, "\\.\\.\\." + each.name(), 1)) {
                used.add(definition);
            }
        }
        return used.size() == document.definitions().size() ? new Document(used) : pruned(new Document(used));
    }

    private static boolean isUsed(String text, String pattern, int times) {
        return text.split(pattern + "\\b", -1).length > times;
    }

    private static OperationDefinition operation(
            OperationDefinition each, List<VariableDefinition> variables, List<Selection> selections) {
        return new OperationDefinition(
                each.type(), each.name(), variables, each.directives(), selections, each.position());
    }

    private static List<Document> candidates(Document document) {
        List<Document> candidates = new ArrayList<>();
        for (int i = 0; i < document.definitions().size(); i++) {
            for (Definition smaller : smaller(document.definitions().get(i))) {
                List<Definition> definitions = new ArrayList<>(document.definitions());
                definitions.set(i, smaller);
                candidates.add(new Document(definitions));
            }
        }
        return candidates;
    }

    private static List<Definition> smaller(Definition definition) {
        List<Definition> smaller = new ArrayList<>();
        if (definition instanceof OperationDefinition each) {
            selections(each.selections())
                    .forEach(selections -> smaller.add(operation(each, each.variables(), selections)));
        }
        if (definition instanceof FragmentDefinition each) {
            selections(each.selections())
                    .forEach(selections -> smaller.add(new FragmentDefinition(
                            each.name(), each.typeCondition(), each.directives(), selections, each.position())));
        }
        return smaller;
    }

    private static List<List<Selection>> selections(List<Selection> selections) {
        List<List<Selection>> smaller = new ArrayList<>();
        for (int i = 0; i < selections.size(); i++) {
            if (selections.size() > 1) {
                List<Selection> without = new ArrayList<>(selections);
                without.remove(i);
                smaller.add(without);
            }
            for (List<Selection> instead : instead(selections.get(i))) {
                List<Selection> replaced = new ArrayList<>(selections.subList(0, i));
                replaced.addAll(instead);
                replaced.addAll(selections.subList(i + 1, selections.size()));
                smaller.add(replaced);
            }
        }
        return smaller;
    }

    private static List<List<Selection>> instead(Selection selection) {
        List<List<Selection>> instead = new ArrayList<>();
        if (selection instanceof Selection.Field field) {
            if (field.alias() != null) {
                instead.add(List.of(field(field, null, field.directives(), field.selections())));
            }
            if (!field.directives().isEmpty()) {
                instead.add(List.of(field(field, field.alias(), List.of(), field.selections())));
            }
            selections(field.selections())
                    .forEach(below -> instead.add(List.of(field(field, field.alias(), field.directives(), below))));
        }
        if (selection instanceof Selection.InlineFragment fragment) {
            if (fragment.directives().isEmpty()) {
                instead.add(fragment.selections());
            } else {
                instead.add(List.of(new Selection.InlineFragment(
                        fragment.typeCondition(), List.of(), fragment.selections(), fragment.position())));
            }
            selections(fragment.selections())
                    .forEach(below -> instead.add(List.of(new Selection.InlineFragment(
                            fragment.typeCondition(), fragment.directives(), below, fragment.position()))));
        }
        return instead;
    }

    private static Selection field(
            Selection.Field field,
            String alias,
            List<io.asyncflow.gateway.language.Directive> directives,
            List<Selection> below) {
        return new Selection.Field(alias, field.name(), field.arguments(), directives, below, field.position());
    }
}
