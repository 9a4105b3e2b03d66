package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.validation.Meter;
import io.asyncflow.gateway.supergraph.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spreads fragments out until there are only fields and the types that they are asked of. */
final class Collector {

    private final Composites types;
    private final Map<String, FragmentDefinition> fragments;
    private final Guards guards;
    private final Meter meter;

    Collector(Composites types, Map<String, FragmentDefinition> fragments, Guards guards, Meter meter) {
        this.types = types;
        this.fragments = fragments;
        this.guards = guards;
        this.meter = meter;
    }

    void collect(Level level, Composite type, List<Selection> selections, Guard around) {
        for (Selection selection : selections) {
            meter.visit();
            Guard guard = selection.directives().isEmpty() ? around : guards.narrowed(around, selection.directives());
            if (guard != null) {
                switch (selection) {
                    case Selection.Field field -> field(level, type, field, guard);
                    case Selection.InlineFragment fragment ->
                        fragment(level, type, fragment.typeCondition(), fragment.selections(), guard);
                    case Selection.FragmentSpread spread -> spread(level, type, spread, guard);
                }
            }
        }
    }

    /** A type's own field, or else that of each object type which has it. */
    private void field(Level level, Composite type, Selection.Field field, Guard guard) {
        Field definition = type.field(field.name());
        if (definition != null) {
            level.add(type, definition, field, guard);
            return;
        }
        for (Composite object : types.objects(type)) {
            Field own = object.field(field.name());
            if (own != null) {
                meter.visit();
                level.add(object, own, field, guard);
            }
        }
    }

    private void spread(Level level, Composite type, Selection.FragmentSpread spread, Guard guard) {
        FragmentDefinition fragment = fragments.get(spread.name());
        if (fragment != null && level.enters(spread.name(), type, guard)) {
            fragment(level, type, fragment.typeCondition(), fragment.selections(), guard);
        }
    }

    private void fragment(
            Level level, Composite type, @Nullable String condition, List<Selection> selections, Guard guard) {
        meter.enterFragment();
        if (condition == null || condition.equals(type.name())) {
            collect(level, type, selections, guard);
        } else {
            for (Composite narrowed : types.narrow(type, types.of(condition))) {
                collect(level, narrowed, selections, guard);
            }
        }
        meter.leaveFragment();
    }
}
