package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All data there is: few objects of each type, and what their fields are as a function of object, name and arguments.
 *
 * <p>Values tell where they come from, objects with different numbers differ in every field of a key, and no subgraph
 * that answers a field is asked to give a value that it does not know.
 */
final class Dataset {

    private static final int SIZE = 4;

    private final Joins joins;
    private final FieldFacts facts;
    private final Inputs inputs;
    private final int variant;

    /**
     * @param variant other objects, nulls and types for another number
     */
    Dataset(Joins joins, Set<String> visible, int variant) {
        this.variant = variant;
        this.joins = joins;
        this.facts = new FieldFacts(joins, visible);
        this.inputs = new Inputs(joins.supergraph().types());
    }

    Inputs inputs() {
        return inputs;
    }

    /** All objects of the types. */
    List<Thing> things(Set<String> types) {
        List<Thing> things = new ArrayList<>();
        for (String type : types) {
            for (int number = 0; number < SIZE; number++) {
                things.add(new Thing(type, number));
            }
        }
        return things;
    }

    Field field(String type, String name) {
        if (joins.supergraph().types().get(type) instanceof FieldsType fielded
                && fielded.fields().get(name) instanceof Field field) {
            return field;
        }
        throw new Violation("There is no field " + type + "." + name + " in the supergraph");
    }

    /** The arguments that the supergraph knows; those of no value are left out. */
    Map<String, Object> arguments(Thing thing, String name, List<Argument> given, Map<String, Object> variables) {
        Map<String, Object> arguments = new TreeMap<>();
        for (InputValueDefinition each : field(thing.type(), name).arguments()) {
            Object value = inputs.argument(each.name(), each.type(), each.defaultValue(), given, variables);
            if (value != null) {
                arguments.put(each.name(), value);
            }
        }
        return arguments;
    }

    /** Of things, lists, and what JSON has. */
    @Nullable
    Object value(Thing thing, String name, Map<String, Object> arguments) {
        Facts field = facts.of(thing.type(), field(thing.type(), name));
        String seed = thing.type() + "." + name + (arguments.isEmpty() ? "" : arguments.toString());
        return value(field, field.type(), thing.number(), seed, 0);
    }

    private @Nullable Object value(Facts field, TypeRef type, int number, String seed, int item) {
        if (!type.isNonNull() && !field.pinned() && below(9, seed + number + ":" + item) == 0) {
            return null;
        }
        if (type.nullable() instanceof ListType(TypeRef of)) {
            List<Object> items = new ArrayList<>();
            int size = field.pinned() ? 2 : below(4, seed + "#" + number);
            for (int i = 0; i < size && !(isNothing(field) && of.isNonNull()); i++) {
                items.add(value(field, of, number, seed, item * 4 + i + 1));
            }
            return items;
        }
        return isNothing(field) ? nothing(type, seed) : single(field, type.name(), number + item, seed);
    }

    private int below(int bound, String text) {
        return Hash.below(bound, variant + text);
    }

    private boolean isNothing(Facts field) {
        String type = field.type().name();
        boolean isEnum = joins.supergraph().types().get(type) instanceof io.asyncflow.gateway.supergraph.Type.EnumType;
        return (isEnum && field.symbols().isEmpty())
                || (isComposite(type) && field.objects().isEmpty());
    }

    private static @Nullable Object nothing(TypeRef type, String seed) {
        if (type.isNonNull()) {
            throw new NoSuchData(seed);
        }
        return null;
    }

    private boolean isComposite(String type) {
        return joins.supergraph().types().get(type) instanceof FieldsType
                || joins.supergraph().types().get(type) instanceof io.asyncflow.gateway.supergraph.Type.UnionType;
    }

    private Object single(Facts field, String type, int number, String seed) {
        int shifted = number + below(1000, seed);
        if (!field.objects().isEmpty()) {
            String object = field.objects().get(shifted % field.objects().size());
            boolean isRoot = joins.supergraph().roots().containsValue(object);
            return new Thing(object, isRoot ? 0 : shifted % SIZE);
        }
        if (!field.symbols().isEmpty()) {
            return field.symbols().get(shifted % field.symbols().size());
        }
        return switch (type) {
            case "Boolean" -> shifted % 2 == 0;
            case "Int" -> Hash.below(10_000, seed) * 100 + number;
            case "Float" -> Hash.below(10_000, seed) * 100 + number + 0.5;
            default -> seed + "#" + number;
        };
    }

    /** What the selections of a field set are of the thing. */
    Map<String, Object> selected(Thing thing, List<Selection> selections) {
        Map<String, Object> selected = new LinkedHashMap<>();
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> selected.merge(field.name(), selected(thing, field), Dataset::merged);
                case Selection.InlineFragment fragment -> {
                    if (fragment.typeCondition() == null || is(thing, fragment.typeCondition())) {
                        selected(thing, fragment.selections())
                                .forEach((name, value) -> selected.merge(name, value, Dataset::merged));
                    }
                }
                case Selection.FragmentSpread _ -> throw new IllegalStateException("a field set has no fragments");
            }
        }
        return selected;
    }

    /** Stands for null, which maps do not merge. */
    static final Object NULL = new Object();

    private Object selected(Thing thing, Selection.Field field) {
        if (field.name().equals("__typename")) {
            return thing.type();
        }
        Object value = value(thing, field.name(), arguments(thing, field.name(), field.arguments(), Map.of()));
        return below(value, field.selections());
    }

    private Object below(@Nullable Object value, List<Selection> selections) {
        if (value instanceof Thing thing) {
            return selected(thing, selections);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(item -> below(item, selections)).toList();
        }
        return value == null ? NULL : value;
    }

    @SuppressWarnings("unchecked")
    private static Object merged(Object first, Object second) {
        if (first instanceof Map<?, ?> map && second instanceof Map<?, ?> other) {
            Map<String, Object> merged = new LinkedHashMap<>((Map<String, Object>) map);
            ((Map<String, Object>) other).forEach((name, value) -> merged.merge(name, value, Dataset::merged));
            return merged;
        }
        if (first instanceof List<?> items && second instanceof List<?> others) {
            List<Object> merged = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                merged.add(merged(items.get(i), others.get(i)));
            }
            return merged;
        }
        return first;
    }

    boolean is(Thing thing, String type) {
        return joins.possibleTypes(type).contains(thing.type());
    }
}
