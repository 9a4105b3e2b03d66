package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of several selections that are answered in one place, by the key that they share. */
final class MergedFields {

    private final Map<String, FragmentDefinition> fragments;
    private final Meter meter;
    private final Map<String, List<Found>> byKey = new LinkedHashMap<>();
    private final Set<String> spread = new HashSet<>();

    MergedFields(Map<String, FragmentDefinition> fragments, Meter meter) {
        this.fragments = fragments;
        this.meter = meter;
    }

    /** A field with the type that it is selected of. */
    record Found(Selection.Field field, String parent) {}

    /** Selections with the type that they are of. */
    record Source(List<Selection> selections, String type) {}

    Collection<List<Found>> groups() {
        return byKey.values();
    }

    void add(Source source) {
        add(source.selections(), source.type());
    }

    private void add(List<Selection> selections, String type) {
        for (Selection selection : selections) {
            meter.visit();
            switch (selection) {
                case Selection.Field field ->
                    byKey.computeIfAbsent(field.responseName(), _ -> new ArrayList<>(1))
                            .add(new Found(field, type));
                case Selection.InlineFragment fragment ->
                    nested(fragment.selections(), fragment.typeCondition() == null ? type : fragment.typeCondition());
                case Selection.FragmentSpread each -> spread(each.name());
            }
        }
    }

    private void spread(String name) {
        FragmentDefinition fragment = fragments.get(name);
        if (fragment != null && spread.add(name)) {
            nested(fragment.selections(), fragment.typeCondition());
        }
    }

    private void nested(List<Selection> selections, String type) {
        meter.enterFragment();
        add(selections, type);
        meter.leaveFragment();
    }
}
