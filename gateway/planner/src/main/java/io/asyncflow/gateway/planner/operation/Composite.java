package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Field;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type whose values have something to select; each is there once, so that identity is equality. */
final class Composite {

    private static final Field TYPENAME = new Field(
            "__typename", null, List.of(), new TypeRef.NonNullType(TypeRef.named("String")), List.of(), List.of());

    private final String name;
    private final boolean object;
    private final Map<String, Field> fields;
    private final Set<String> interfaces;
    private final BitSet possible;
    private final boolean serial;

    Composite(String name, boolean object, Map<String, Field> fields, Set<String> interfaces, BitSet possible) {
        this(name, object, fields, interfaces, possible, false);
    }

    private Composite(
            String name,
            boolean object,
            Map<String, Field> fields,
            Set<String> interfaces,
            BitSet possible,
            boolean serial) {
        this.name = name;
        this.object = object;
        this.fields = fields;
        this.interfaces = interfaces;
        this.possible = possible;
        this.serial = serial;
    }

    /** The same type with more fields, in place of this. */
    Composite with(Field... more) {
        Map<String, Field> all = new LinkedHashMap<>(fields);
        for (Field field : more) {
            all.put(field.name(), field);
        }
        return new Composite(name, object, all, interfaces, possible, serial);
    }

    /** The same type, of which one field happens after the other, in place of this. */
    Composite serial() {
        return new Composite(name, object, fields, interfaces, possible, true);
    }

    boolean isSerial() {
        return serial;
    }

    String name() {
        return name;
    }

    /** The object types that its values can have, by their numbers. */
    BitSet possible() {
        return possible;
    }

    @Nullable
    Field field(String field) {
        return field.equals("__typename") ? TYPENAME : fields.get(field);
    }

    /** Whether it has all fields of the other, for each of its values is one of the other. */
    boolean isA(Composite other) {
        return this == other || interfaces.contains(other.name) || (object && other.covers(this));
    }

    /** Whether each value of the other is one of this. */
    boolean covers(Composite other) {
        if (other.object) {
            return possible.get(other.possible.nextSetBit(0));
        }
        BitSet outside = (BitSet) other.possible.clone();
        outside.andNot(possible);
        return outside.isEmpty();
    }
}
