package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.TypeJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the {@link Facts} of each field. */
final class FieldFacts {

    private final Joins joins;
    private final Map<String, Type> types;
    private final Set<String> visible;
    private final Set<String> pinned = new HashSet<>();
    private final Map<String, Facts> known = new HashMap<>();

    /**
     * @param visible the types that clients see, and their enum values as {@code Type.VALUE}
     */
    FieldFacts(Joins joins, Set<String> visible) {
        this.joins = joins;
        this.types = joins.supergraph().types();
        this.visible = visible;
        types.values().forEach(this::pin);
    }

    Facts of(String type, Field field) {
        return known.computeIfAbsent(type + "." + field.name(), _ -> find(type, field));
    }

    private void pin(Type type) {
        for (TypeJoin join : type.joins()) {
            if (join.key() != null) {
                pin(type.name(), join.key().selections());
            }
        }
        if (type instanceof FieldsType fielded) {
            fielded.fields().values().forEach(this::pinContexts);
        }
    }

    private void pinContexts(Field field) {
        for (FieldJoin join : field.joins()) {
            for (FieldJoin.ContextArgument argument : join.contextArguments()) {
                Contexts.typesOf(joins.supergraph(), argument.context())
                        .forEach(type -> pin(type, Parser.selections(argument.selection())));
            }
        }
    }

    private void pin(String type, List<Selection> selections) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.InlineFragment fragment ->
                    pin(fragment.typeCondition() == null ? type : fragment.typeCondition(), fragment.selections());
                case Selection.Field field -> {
                    for (String possible : joins.possibleTypes(type)) {
                        pinned.add(possible + "." + field.name());
                    }
                    if (types.get(type) instanceof FieldsType fielded
                            && fielded.fields().containsKey(field.name())) {
                        pin(fielded.fields().get(field.name()).type().name(), field.selections());
                    }
                }
                case Selection.FragmentSpread _ -> throw new IllegalStateException("a field set has no fragments");
            }
        }
    }

    private Facts find(String type, Field field) {
        TypeRef strictest = field.type();
        Set<String> objects =
                new LinkedHashSet<>(joins.possibleTypes(field.type().name()));
        Set<String> symbols = symbols(field.type().name());
        for (Place place : places(type, field.name())) {
            TypeRef there = joins.typeOf(place.type(), field.name(), place.graph());
            strictest = strictest(strictest, there == null ? field.type() : there);
            String name = there == null ? field.type().name() : there.name();
            if (!joins.isInterfaceObject(name, place.graph())) {
                objects.retainAll(joins.possibleTypes(name, place.graph()));
            }
            symbols.removeIf(symbol -> !knows(place.graph(), name, symbol));
        }
        objects.retainAll(visible);
        return new Facts(strictest, List.copyOf(objects), List.copyOf(symbols), isPinned(type, field));
    }

    private boolean isPinned(String type, Field field) {
        return pinned.contains(type + "." + field.name())
                || joins.supergraph().roots().containsValue(type);
    }

    private Set<String> symbols(String type) {
        Set<String> symbols = new LinkedHashSet<>();
        if (types.get(type) instanceof EnumType named) {
            symbols.addAll(named.values().keySet());
        }
        symbols.removeIf(symbol -> !visible.contains(type + "." + symbol));
        return symbols;
    }

    private boolean knows(Graph graph, String type, String symbol) {
        return types.get(type) instanceof EnumType named
                && (named.values().get(symbol).graphs().isEmpty()
                        || named.values().get(symbol).graphs().contains(graph));
    }

    /** A field's type and graph: the type is the interface where the graph adds the field to an interface object. */
    private record Place(String type, Graph graph) {}

    private List<Place> places(String type, String field) {
        List<Place> places = new ArrayList<>();
        for (FieldJoin join : joins.joins(type, field)) {
            if (join.graph() != null) {
                places.add(new Place(type, join.graph()));
            }
        }
        joins.interfaceObjectFields(type, field)
                .forEach(found -> places.add(new Place(found.interfaceName(), found.graph())));
        return places;
    }

    private static TypeRef strictest(TypeRef first, TypeRef second) {
        boolean nonNull = first.isNonNull() || second.isNonNull();
        TypeRef inner = first.nullable();
        if (inner instanceof ListType(TypeRef of) && second.nullable() instanceof ListType(TypeRef other)) {
            inner = new ListType(strictest(of, other));
        }
        return nonNull ? new NonNullType(inner) : inner;
    }
}
