package io.asyncflow.gateway.planner.api;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The object types that stand for each composite type, by their numbers. */
final class ObjectTypes {

    private static final BitSet NONE = new BitSet();

    private final List<String> objects = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, BitSet> possible = new HashMap<>();

    ObjectTypes(Collection<TypeDefinition> types) {
        for (TypeDefinition type : types) {
            if (type instanceof ObjectDefinition) {
                numbers.put(type.name(), objects.size());
                objects.add(type.name());
            }
        }
        types.forEach(this::add);
    }

    private void add(TypeDefinition type) {
        if (type instanceof UnionDefinition union) {
            union.members().forEach(member -> add(union.name(), member));
        } else if (type instanceof FieldsDefinition) {
            possible.computeIfAbsent(type.name(), _ -> new BitSet());
        }
        if (type instanceof ObjectDefinition object) {
            add(object.name(), object.name());
            object.interfaces().forEach(each -> add(each, object.name()));
        }
    }

    private void add(String type, String object) {
        BitSet set = possible.computeIfAbsent(type, _ -> new BitSet());
        Integer number = numbers.get(object);
        if (number != null) {
            set.set(number);
        }
    }

    boolean knows(String type) {
        return possible.containsKey(type);
    }

    boolean isObject(String type) {
        return numbers.containsKey(type);
    }

    Set<String> of(String type) {
        Set<String> names = new LinkedHashSet<>();
        possible.getOrDefault(type, NONE).stream().mapToObj(objects::get).forEach(names::add);
        return names;
    }

    boolean overlap(String type, String other) {
        return possible.getOrDefault(type, NONE).intersects(possible.getOrDefault(other, NONE));
    }
}
