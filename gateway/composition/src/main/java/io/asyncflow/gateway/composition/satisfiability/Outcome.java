package io.asyncflow.gateway.composition.satisfiability;

/** What following a path of a field set comes to, the better the later. */
enum Outcome {
    OUT_OF_REACH,
    /** The path narrows to a type that the value never has, so there is nothing to fetch, whatever follows. */
    NEVER_THERE,
    FETCHED;

    /** Of two ways to go on, either of which will do. */
    Outcome or(Outcome other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Of two types that the value may have, both of which must go on. */
    Outcome and(Outcome other) {
        return this == OUT_OF_REACH || other == OUT_OF_REACH ? OUT_OF_REACH : or(other);
    }
}
