package io.asyncflow.gateway.composition.merge;

/** How messages name the members of a type. */
final class Coordinate {

    private Coordinate() {}

    static String of(String type, String member) {
        return type + "." + member;
    }

    static String argument(String field, String argument) {
        return field + "(" + argument + ":)";
    }
}
