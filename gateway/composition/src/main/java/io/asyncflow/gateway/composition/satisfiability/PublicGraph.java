package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.FieldJoin;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that clients can ask for: the supergraph without what is inaccessible. */
final class PublicGraph {

    private final Supergraph supergraph;
    private final Accessibility accessibility;
    private final RuntimeTypes runtimeTypes;
    private final Map<String, PublicType> types = new LinkedHashMap<>();

    PublicGraph(Supergraph supergraph, Accessibility accessibility, RuntimeTypes runtimeTypes) {
        this.supergraph = supergraph;
        this.accessibility = accessibility;
        this.runtimeTypes = runtimeTypes;
        supergraph.types().values().forEach(this::declare);
        types.values().forEach(type -> type.steps(steps(type)));
    }

    @Nullable
    PublicType root(OperationType operation) {
        String name = supergraph.roots().get(operation);
        return name == null ? null : types.get(name);
    }

    List<String> runtimeTypes(PublicType type) {
        return runtimeTypes.of(type.name()).stream().filter(types::containsKey).toList();
    }

    /** Whether any field has a progressive override. */
    boolean hasLabels() {
        return types.values().stream()
                .flatMap(type -> type.steps().stream())
                .anyMatch(step -> step instanceof Step.Take take && take.label() != null);
    }

    private void declare(Type type) {
        if (accessibility.isInaccessible(type.directives())) {
            return;
        }
        boolean isInterface = type instanceof InterfaceType;
        boolean isUnion = type instanceof UnionType;
        if (isInterface || isUnion || type instanceof ObjectType) {
            types.put(type.name(), new PublicType(type.name(), isInterface, isUnion));
        }
    }

    private List<Step> steps(PublicType type) {
        List<Step> steps = new ArrayList<>();
        if (supergraph.types().get(type.name()) instanceof ObjectType object) {
            for (Field field : object.fields().values()) {
                if (!accessibility.isInaccessible(field.directives())) {
                    addSteps(type, object, field, steps);
                }
            }
            return steps;
        }
        for (String object : runtimeTypes.of(type.name())) {
            PublicType to = types.get(object);
            if (to != null) {
                steps.add(new Step.Narrow(type, to));
            }
        }
        return steps;
    }

    private void addSteps(PublicType from, FieldsType type, Field field, List<Step> into) {
        PublicType to = types.get(field.type().name());
        boolean shared = isShared(type, field);
        String label = label(field);
        if (label == null) {
            into.add(new Step.Take(from, field, shared, null, to));
        } else {
            into.add(new Step.Take(from, field, shared, new Label(label, true), to));
            into.add(new Step.Take(from, field, shared, new Label(label, false), to));
        }
    }

    private static @Nullable String label(Field field) {
        for (FieldJoin join : field.joins()) {
            if (join.overrideLabel() != null) {
                return join.overrideLabel();
            }
        }
        return null;
    }

    private static boolean isShared(FieldsType type, Field field) {
        if (field.joins().isEmpty()) {
            return type.joins().size() > 1;
        }
        return field.joins().stream()
                        .filter(join -> !join.external() && !join.usedOverridden())
                        .count()
                > 1;
    }
}
