package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides the order of an answer's keys: what the client selected, without arguments and without what is deferred. The
 * form that is planned does not keep that order: it has one fragment for a type, and one field for what is asked with
 * and without a condition. {@link #PLANNED} where that makes no difference.
 *
 * @param variables those of conditions
 */
public record KeyOrder(List<Selection> selections, Map<String, FragmentDefinition> fragments, Set<String> variables) {

    public static final KeyOrder PLANNED = new KeyOrder(List.of(), Map.of(), Set.of());

    public KeyOrder {
        selections = List.copyOf(selections);
        fragments = Ordered.copyOf(fragments);
        variables = Set.copyOf(variables);
    }

    static KeyOrder of(OperationDefinition operation, Map<String, FragmentDefinition> fragments, Guards guards) {
        var reading = new Reading(fragments, guards);
        List<Selection> selections = reading.kept(operation.selections());
        return reading.differs ? new KeyOrder(selections, reading.kept, reading.variables) : PLANNED;
    }

    /** As GraphQL. */
    String text() {
        return Printer.print(selections) + Printer.print(new Document(List.copyOf(fragments.values())));
    }

    private static final class Reading {

        private final Map<String, FragmentDefinition> fragments;
        private final Guards guards;
        private final Map<String, FragmentDefinition> kept = new LinkedHashMap<>();
        private final Set<String> variables = new HashSet<>();
        private boolean differs;

        Reading(Map<String, FragmentDefinition> fragments, Guards guards) {
            this.fragments = fragments;
            this.guards = guards;
        }

        List<Selection> kept(List<Selection> selections) {
            List<Selection> kept = new ArrayList<>(selections.size());
            for (Selection selection : selections) {
                if (selection.directives().stream().noneMatch(guards::defers)) {
                    kept.add(kept(selection));
                }
            }
            return kept;
        }

        private Selection kept(Selection selection) {
            List<Directive> conditions =
                    selection.directives().stream().filter(Guards::isCondition).toList();
            conditions.forEach(this::read);
            differs |= !conditions.isEmpty() || !(selection instanceof Selection.Field);
            return switch (selection) {
                case Selection.Field field ->
                    new Selection.Field(
                            field.alias(),
                            field.name(),
                            List.of(),
                            conditions,
                            kept(field.selections()),
                            Position.NONE);
                case Selection.InlineFragment fragment ->
                    new Selection.InlineFragment(
                            fragment.typeCondition(), conditions, kept(fragment.selections()), Position.NONE);
                case Selection.FragmentSpread spread -> {
                    keep(spread.name());
                    yield new Selection.FragmentSpread(spread.name(), conditions, Position.NONE);
                }
            };
        }

        private void read(Directive condition) {
            if (condition.argument("if") instanceof Value.VariableValue(String name)) {
                variables.add(name);
            }
        }

        private void keep(String name) {
            FragmentDefinition fragment = fragments.get(name);
            if (fragment != null && !kept.containsKey(name)) {
                kept.put(
                        name,
                        new FragmentDefinition(
                                name, fragment.typeCondition(), List.of(), kept(fragment.selections()), Position.NONE));
            }
        }
    }
}
