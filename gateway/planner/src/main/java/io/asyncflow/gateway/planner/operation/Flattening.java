package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.operation.Asked.Asking;
import io.asyncflow.gateway.planner.operation.Asked.Group;
import io.asyncflow.gateway.planner.operation.Level.Narrowed;
import io.asyncflow.gateway.planner.validation.Meter;
import io.asyncflow.gateway.planner.validation.OperationLimits;
import io.asyncflow.gateway.supergraph.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds the selection sets of {@link SelectionSet}'s form from selections of any form. */
final class Flattening {

    private final Composites types;
    private final Collector collector;
    private final @Nullable Literals literals;
    private final Meter meter;

    private Flattening(Composites types, Collector collector, @Nullable Literals literals, Meter meter) {
        this.types = types;
        this.collector = collector;
        this.literals = literals;
        this.meter = meter;
    }

    static Flattening of(
            Composites types,
            Map<String, FragmentDefinition> fragments,
            Guards guards,
            @Nullable Literals literals,
            OperationLimits limits) {
        Meter meter = new Meter(limits);
        return new Flattening(types, new Collector(types, fragments, guards, meter), literals, meter);
    }

    SelectionSet flatten(Composite type, List<Selection> selections) {
        Level level = new Level(type);
        collector.collect(level, type, selections, Guard.NONE);
        return selectionSet(level, null);
    }

    private SelectionSet selectionSet(Level level, @Nullable Deferral around) {
        List<Selected> selections = new ArrayList<>(level.entries().size());
        for (Level.Entry entry : level.entries()) {
            switch (entry) {
                case Asked asked -> fields(level, asked, around, selections);
                case Narrowed narrowed -> fragment(level, narrowed, around, selections);
            }
        }
        return new SelectionSet(level.type().name(), selections);
    }

    private void fragment(Level level, Narrowed narrowed, @Nullable Deferral around, List<Selected> into) {
        List<Selected.Field> asked = new ArrayList<>(narrowed.fields().size());
        for (Asked each : narrowed.fields()) {
            if (!each.isIn(level.ofAll(each.key()))) {
                fields(level, each, around, asked);
            }
        }
        Remainder remainder = new Remainder(into);
        List<Selected.Field> fields =
                asked.stream().map(remainder::of).filter(Objects::nonNull).toList();
        if (!fields.isEmpty()) {
            into.add(new Selected.Fragment(narrowed.type().name(), fields));
        }
    }

    private void fields(Level level, Asked asked, @Nullable Deferral around, List<? super Selected.Field> into) {
        for (Group group : asked.groups()) {
            meter.field();
            into.add(field(level, asked, group, around));
        }
    }

    private Selected.Field field(Level level, Asked asked, Group group, @Nullable Deferral around) {
        Field definition = asked.definition();
        Selection.Field first = group.askings().getFirst().field();
        Deferral deferral = group.guard().deferral();
        return new Selected.Field(
                asked.key(),
                definition.name(),
                arguments(level, definition, first.arguments()),
                directives(first.directives()),
                group.guard().conditions(),
                deferral == around ? null : deferral,
                definition.type(),
                first.selections().isEmpty()
                        ? null
                        : below(types.of(definition.type().name()), group));
    }

    /** The gateway itself answers introspection, and what it is asked there says how a plan's answer looks. */
    private List<Argument> arguments(Level level, Field definition, List<Argument> arguments) {
        boolean introspection =
                definition.name().startsWith("__") || level.type().name().startsWith("__");
        return literals == null || introspection || arguments.isEmpty()
                ? arguments
                : literals.lifted(definition, arguments);
    }

    private SelectionSet below(Composite type, Group group) {
        meter.enter();
        Level level = new Level(type);
        for (Asking asking : group.askings()) {
            collector.collect(
                    level, type, asking.field().selections(), group.guard().below(asking.guard()));
        }
        SelectionSet selections = selectionSet(level, group.guard().deferral());
        meter.leave();
        return selections;
    }

    private static List<Directive> directives(List<Directive> directives) {
        if (directives.isEmpty()) {
            return directives;
        }
        List<Directive> others = new ArrayList<>(directives);
        others.removeIf(Guards::isCondition);
        return others;
    }
}
