package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one subgraph answers. */
final class SubgraphView implements View {

    private final SubgraphTypes types;
    private final Joins joins;
    private final Graph graph;
    private final Dataset data;
    private final Representations representations;

    SubgraphView(SubgraphTypes types, Joins joins, Graph graph, Dataset data, Set<String> missing) {
        this.types = types;
        this.joins = joins;
        this.graph = graph;
        this.data = data;
        this.representations = new Representations(joins, graph, data, missing);
    }

    @Override
    public boolean is(Seen object, String type) {
        return object.as().equals(type) || types.possible(type).contains(object.as());
    }

    @Override
    public @Nullable Object value(Seen object, Selection.Field field, Map<String, Object> variables) {
        if (field.name().equals("_entities")) {
            return entities(object, field, variables);
        }
        FieldJoin join = joins.join(object.as(), field.name(), graph);
        if (join != null && join.requires() != null && !join.external()) {
            representations.checkRequired(object, field.name(), join.requires());
        }
        FieldDefinition definition = types.field(object.as(), field.name());
        if (definition == null) {
            throw new Violation(graph.name() + " has no field " + object.as() + "." + field.name());
        }
        Map<String, Object> arguments = data.arguments(object.thing(), field.name(), field.arguments(), variables);
        for (InputValueDefinition argument : contextual(join, definition)) {
            Object value = data.inputs()
                    .argument(argument.name(), argument.type(), argument.defaultValue(), field.arguments(), variables);
            if (value != null) {
                arguments.put(argument.name(), value);
            }
        }
        return seen(data.value(object.thing(), field.name(), arguments), definition.type(), object);
    }

    private static List<InputValueDefinition> contextual(@Nullable FieldJoin join, FieldDefinition field) {
        List<String> names = join == null
                ? List.of()
                : join.contextArguments().stream()
                        .map(FieldJoin.ContextArgument::name)
                        .toList();
        return field.arguments().stream()
                .filter(argument -> names.contains(argument.name()))
                .toList();
    }

    private Object entities(Seen root, Selection.Field field, Map<String, Object> variables) {
        Object given = Inputs.plain(field.arguments().getFirst().value(), variables);
        if (!(given instanceof List<?> items)) {
            throw new Violation("_entities of " + graph.name() + " was given no list of representations: " + given);
        }
        List<Object> found = new ArrayList<>();
        items.forEach(item -> found.add(representations.find(item, root)));
        return found;
    }

    private @Nullable Object seen(@Nullable Object value, TypeRef type, Seen parent) {
        if (value instanceof Thing thing) {
            String as = joins.isInterfaceObject(type.name(), graph) ? type.name() : thing.type();
            return new Seen(thing, as, null, parent);
        }
        if (value instanceof List<?> items) {
            List<Object> seen = new ArrayList<>();
            items.forEach(item -> seen.add(seen(item, type, parent)));
            return seen;
        }
        return value;
    }
}
