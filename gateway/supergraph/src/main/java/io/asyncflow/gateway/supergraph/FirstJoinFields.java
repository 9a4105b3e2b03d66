package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which graphs have the fields of entities and roots in join v0.1: those it tells, or else the owner; and each graph the
 * fields of its keys, and as externals those that it requires or provides.
 */
final class FirstJoinFields {

    private final Map<String, Type> types;
    private final Map<String, Map<String, List<FieldJoin>>> joins = new LinkedHashMap<>();

    FirstJoinFields(Map<String, Type> types, Map<String, Graph> owners) {
        this.types = types;
        for (Type type : types.values()) {
            if (type instanceof ObjectType object) {
                Graph owner = owners.get(type.name());
                if (owner != null || anyJoin(object)) {
                    joins.put(type.name(), told(object, owner));
                }
            }
        }
        for (Type type : types.values()) {
            if (type instanceof ObjectType object) {
                addNamed(object);
            }
        }
    }

    /** Whether the type is an entity or a root, whose fields live in certain graphs. */
    boolean tells(String type) {
        return joins.containsKey(type);
    }

    List<FieldJoin> joins(String type, String field) {
        return joins.getOrDefault(type, Map.of()).getOrDefault(field, List.of());
    }

    Map<String, Field> of(ObjectType type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            List<FieldJoin> own = joins(type.name(), field.name());
            fields.put(
                    field.name(),
                    new Field(
                            field.name(),
                            field.description(),
                            field.arguments(),
                            field.type(),
                            own,
                            field.directives()));
        }
        return fields;
    }

    private static boolean anyJoin(ObjectType type) {
        return type.fields().values().stream().anyMatch(field -> !field.joins().isEmpty());
    }

    private static Map<String, List<FieldJoin>> told(ObjectType type, @Nullable Graph owner) {
        Map<String, List<FieldJoin>> told = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            List<FieldJoin> own = new ArrayList<>(field.joins());
            if (own.isEmpty() && owner != null) {
                own.add(FieldJoin.in(owner));
            }
            told.put(field.name(), own);
        }
        return told;
    }

    private void addNamed(ObjectType type) {
        for (TypeJoin join : type.joins()) {
            add(type.name(), join.key(), join.graph(), false);
        }
        for (Field field : type.fields().values()) {
            for (FieldJoin join : field.joins()) {
                if (join.graph() != null) {
                    add(type.name(), join.requires(), join.graph(), true);
                    add(field.type().name(), join.provides(), join.graph(), true);
                }
            }
        }
    }

    private void add(String type, @Nullable FieldSet named, Graph graph, boolean external) {
        if (named != null) {
            add(type, named.selections(), graph, external);
        }
    }

    private void add(String type, List<Selection> selections, Graph graph, boolean external) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> add(type, field, graph, external);
                case Selection.InlineFragment fragment -> {
                    String condition = fragment.typeCondition();
                    add(condition == null ? type : condition, fragment.selections(), graph, external);
                }
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private void add(String type, Selection.Field selected, Graph graph, boolean external) {
        List<FieldJoin> own = joins.getOrDefault(type, Map.of()).get(selected.name());
        if (own != null && own.stream().noneMatch(join -> graph.equals(join.graph()))) {
            own.add(new FieldJoin(graph, null, null, null, external, null, false, null, List.of()));
        }
        if (types.get(type) instanceof FieldsType parent
                && parent.fields().get(selected.name()) instanceof Field field) {
            add(field.type().name(), selected.selections(), graph, external);
        }
    }
}
