package io.asyncflow.gateway.composition.satisfiability;

/** One side of a progressive {@code @override}: its label and whether it is on. */
record Label(String name, boolean on) {}
