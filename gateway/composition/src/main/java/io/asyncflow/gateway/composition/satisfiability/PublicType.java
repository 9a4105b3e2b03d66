package io.asyncflow.gateway.composition.satisfiability;

import java.util.List;

/** A composite type as clients see it, with the steps they can take from it. */
final class PublicType {

    private final String name;
    private final boolean isInterface;
    private final boolean isUnion;
    private List<Step> steps = List.of();

    PublicType(String name, boolean isInterface, boolean isUnion) {
        this.name = name;
        this.isInterface = isInterface;
        this.isUnion = isUnion;
    }

    void steps(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    String name() {
        return name;
    }

    boolean isInterface() {
        return isInterface;
    }

    boolean isAbstract() {
        return isInterface || isUnion;
    }

    List<Step> steps() {
        return steps;
    }
}
