package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.planner.api.Introspection;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All types of a supergraph that have something to select, and how they overlap. Immutable. */
final class Composites {

    private final Map<String, Composite> byName = new HashMap<>();
    private final List<Composite> objects = new ArrayList<>();

    private Composites() {}

    static Composites of(Joins joins) {
        Composites composites = new Composites();
        Map<String, Type> types = joins.supergraph().types();
        types.values().forEach(type -> {
            if (type instanceof ObjectType object) {
                composites.addObject(object.name(), object.fields(), joins.interfaces(object.name()));
            }
        });
        types.values().forEach(type -> composites.addAbstract(type, joins));
        return composites;
    }

    /** With the types of introspection, and the fields of the query root that lead there. */
    static Composites withIntrospection(Joins joins) {
        Composites composites = of(joins);
        for (TypeDefinition type : Introspection.types().types().values()) {
            if (type instanceof ObjectDefinition object) {
                Map<String, Field> fields = new HashMap<>();
                object.fields().forEach(each -> fields.put(each.name(), field(each)));
                composites.addObject(type.name(), fields, Set.of());
            }
        }
        String root = joins.supergraph().roots().get(OperationType.QUERY);
        if (root != null && composites.byName.get(root) instanceof Composite query) {
            composites.replace(query.with(field("__schema"), field("__type")));
        }
        String serial = joins.supergraph().roots().get(OperationType.MUTATION);
        if (serial != null && composites.byName.get(serial) instanceof Composite mutation) {
            composites.replace(mutation.serial());
        }
        return composites;
    }

    private void replace(Composite type) {
        byName.put(type.name(), type);
        objects.set(type.possible().nextSetBit(0), type);
    }

    private static Field field(String introspection) {
        FieldDefinition definition = Introspection.field(introspection);
        if (definition == null) {
            throw new IllegalArgumentException("Introspection has no field " + introspection);
        }
        return field(definition);
    }

    private static Field field(FieldDefinition definition) {
        return new Field(
                definition.name(),
                definition.description(),
                definition.arguments(),
                definition.type(),
                List.of(),
                definition.directives());
    }

    Composite of(String type) {
        Composite composite = byName.get(type);
        if (composite == null) {
            throw new IllegalArgumentException("Nothing can be selected of " + type + ": it has no fields");
        }
        return composite;
    }

    /** The object types that a value of the type can have. */
    List<Composite> objects(Composite type) {
        return objects(type.possible());
    }

    /**
     * What is left of the type's values below a fragment: all of them where the condition says nothing new, those of the
     * condition where it is the narrower one, or else each object type that both have.
     */
    List<Composite> narrow(Composite type, Composite condition) {
        if (type.isA(condition)) {
            return List.of(type);
        }
        if (type.covers(condition)) {
            return condition.possible().isEmpty() ? List.of() : List.of(condition);
        }
        if (condition.covers(type)) {
            return List.of(type);
        }
        BitSet both = (BitSet) type.possible().clone();
        both.and(condition.possible());
        return objects(both);
    }

    private List<Composite> objects(BitSet numbers) {
        List<Composite> found = new ArrayList<>(numbers.cardinality());
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            found.add(objects.get(number));
        }
        return found;
    }

    private void addObject(String name, Map<String, Field> fields, Set<String> interfaces) {
        BitSet itself = new BitSet();
        itself.set(objects.size());
        Composite composite = new Composite(name, true, fields, interfaces, itself);
        objects.add(composite);
        byName.put(name, composite);
    }

    private void addAbstract(Type type, Joins joins) {
        Map<String, Field> fields = type instanceof FieldsType fielded ? fielded.fields() : Map.of();
        if (type instanceof Type.InterfaceType || type instanceof UnionType) {
            BitSet possible = new BitSet();
            for (String object : joins.possibleTypes(type.name())) {
                possible.or(of(object).possible());
            }
            byName.put(type.name(), new Composite(type.name(), false, fields, joins.interfaces(type.name()), possible));
        }
    }
}
