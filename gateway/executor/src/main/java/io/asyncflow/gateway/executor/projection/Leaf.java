package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import org.jspecify.annotations.Nullable;

/** What a scalar's or enum's values look like. */
final class Leaf {

    private enum Kind {
        ANY,
        STRING,
        INT,
        FLOAT,
        BOOLEAN,
        ID,
        ENUM
    }

    private static final int LONGEST_INT = 11;

    private final Kind kind;
    private final @Nullable TypeNames values;

    private Leaf(Kind kind, @Nullable TypeNames values) {
        this.kind = kind;
        this.values = values;
    }

    /**
     * @param definition null for what no schema defines
     */
    static Leaf of(String name, @Nullable TypeDefinition definition) {
        if (definition instanceof EnumDefinition values) {
            return new Leaf(
                    Kind.ENUM,
                    new TypeNames(values.values().stream()
                            .map(EnumValueDefinition::name)
                            .toList()));
        }
        return new Leaf(
                switch (name) {
                    case "String" -> Kind.STRING;
                    case "Int" -> Kind.INT;
                    case "Float" -> Kind.FLOAT;
                    case "Boolean" -> Kind.BOOLEAN;
                    case "ID" -> Kind.ID;
                    default -> Kind.ANY;
                },
                null);
    }

    /** Whether any value will do, also one with parts. */
    boolean isAny() {
        return kind == Kind.ANY;
    }

    /** Writes the value if it is one of the type's. */
    boolean write(byte[] text, int from, int length, JsonWriter out) {
        boolean fits = switch (kind) {
            case ANY -> true;
            case STRING -> text[from] == '"';
            case INT -> isInt(text, from, length);
            case FLOAT -> text[from] == '-' || isDigit(text[from]);
            case BOOLEAN -> text[from] == 't' || text[from] == 'f';
            case ID -> text[from] == '"' || isInteger(text, from, length);
            case ENUM -> values != null && values.number(text, from, from + length) != TypeNames.UNKNOWN;
        };
        if (!fits) {
            return false;
        }
        if (kind == Kind.ID && text[from] != '"') {
            out.add('"').add(text, from, length).add('"');
        } else {
            out.add(text, from, length);
        }
        return true;
    }

    private static boolean isInt(byte[] text, int from, int length) {
        if (length > LONGEST_INT || !isInteger(text, from, length)) {
            return false;
        }
        boolean negative = text[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < from + length; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value <= Integer.MAX_VALUE || negative && -value == Integer.MIN_VALUE;
    }

    private static boolean isInteger(byte[] text, int from, int length) {
        for (int i = text[from] == '-' ? from + 1 : from; i < from + length; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte each) {
        return each >= '0' && each <= '9';
    }
}
