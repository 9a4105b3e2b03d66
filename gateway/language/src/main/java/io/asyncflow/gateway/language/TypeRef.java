package io.asyncflow.gateway.language;

/** A type as fields and arguments name it. */
public sealed interface TypeRef {

    record NamedType(String name) implements TypeRef {

        @Override
        public String toString() {
            return name;
        }
    }

    record ListType(TypeRef of) implements TypeRef {

        @Override
        public String toString() {
            return "[" + of + "]";
        }
    }

    /** Never holds another {@code NonNullType}. */
    record NonNullType(TypeRef of) implements TypeRef {

        @Override
        public String toString() {
            return of + "!";
        }
    }

    static TypeRef named(String name) {
        return new NamedType(name);
    }

    /** The named type inside all lists and non-nulls. */
    default String name() {
        return switch (this) {
            case NamedType(String name) -> name;
            case ListType(TypeRef of) -> of.name();
            case NonNullType(TypeRef of) -> of.name();
        };
    }

    default boolean isNonNull() {
        return this instanceof NonNullType;
    }

    /** This type without its outermost non-null. */
    default TypeRef nullable() {
        return this instanceof NonNullType(TypeRef of) ? of : this;
    }
}
