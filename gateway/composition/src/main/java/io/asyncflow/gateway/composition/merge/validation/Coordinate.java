package io.asyncflow.gateway.composition.merge.validation;

import org.jspecify.annotations.Nullable;

/** The name of an element: a type, one of its members, or an argument of a field or directive. */
record Coordinate(
        String owner, @Nullable String member, @Nullable String argument) {

    static Coordinate type(String name) {
        return new Coordinate(name, null, null);
    }

    /** A field, an input field or an enum value. */
    static Coordinate member(String type, String member) {
        return new Coordinate(type, member, null);
    }

    static Coordinate argument(String type, String field, String argument) {
        return new Coordinate(type, field, argument);
    }

    static Coordinate directive(String name) {
        return new Coordinate("@" + name, null, null);
    }

    static Coordinate directiveArgument(String directive, String argument) {
        return new Coordinate("@" + directive, null, argument);
    }

    @Override
    public String toString() {
        return owner + (member == null ? "" : "." + member) + (argument == null ? "" : "(" + argument + ":)");
    }
}
