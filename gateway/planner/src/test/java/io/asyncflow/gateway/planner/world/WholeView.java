package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All subgraphs as one. */
final class WholeView implements View {

    private final Joins joins;
    private final Dataset data;

    WholeView(Joins joins, Dataset data) {
        this.joins = joins;
        this.data = data;
    }

    @Override
    public boolean is(Seen object, String type) {
        return data.is(object.thing(), type);
    }

    @Override
    public @Nullable Object value(Seen object, Selection.Field field, Map<String, Object> variables) {
        if (field.name().equals("__schema") || field.name().equals("__type")) {
            return new Introspected(field.name());
        }
        Thing thing = object.thing();
        Map<String, Object> arguments = data.arguments(thing, field.name(), field.arguments(), variables);
        for (FieldJoin.ContextArgument argument : contextual(data.field(thing.type(), field.name()))) {
            Object value = fromContext(object, argument);
            if (value != null) {
                arguments.put(argument.name(), value);
            }
        }
        return seen(data.value(thing, field.name(), arguments), object);
    }

    private static List<FieldJoin.ContextArgument> contextual(Field field) {
        return field.joins().stream()
                .flatMap(join -> join.contextArguments().stream())
                .distinct()
                .toList();
    }

    private @Nullable Object fromContext(Seen object, FieldJoin.ContextArgument argument) {
        List<String> types = Contexts.typesOf(joins.supergraph(), argument.context());
        for (Seen at = object.parent(); at != null; at = at.parent()) {
            Seen ancestor = at;
            if (types.stream().anyMatch(type -> is(ancestor, type))) {
                return leaf(data.selected(at.thing(), Parser.selections(argument.selection())));
            }
        }
        throw new IllegalStateException("nothing around sets the context " + argument.context());
    }

    private static @Nullable Object leaf(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.isEmpty() ? null : leaf(fields.values().iterator().next());
        }
        return value;
    }

    private static @Nullable Object seen(@Nullable Object value, Seen parent) {
        if (value instanceof Thing thing) {
            return new Seen(thing, thing.type(), null, parent);
        }
        if (value instanceof List<?> items) {
            List<Object> seen = new ArrayList<>();
            items.forEach(item -> seen.add(seen(item, parent)));
            return seen;
        }
        return value;
    }
}
