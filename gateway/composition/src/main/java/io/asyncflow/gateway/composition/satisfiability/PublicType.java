package io.asyncflow.gateway.composition.satisfiability;

import java.util.List;

/** A composite type as clients see it, with the steps they can take from it. */
final class PublicType {

    private final String name;
    private final boolean isInterface;
    private final boolean isUnion;
    private List<Step> steps = List.of();
    private List<Step> sharedSteps = List.of();

    PublicType(String name, boolean isInterface, boolean isUnion) {
        this.name = name;
        this.isInterface = isInterface;
        this.isUnion = isUnion;
    }

    void steps(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.sharedSteps = this.steps.stream().filter(PublicType::isShared).toList();
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

    /** The fields of abstract types that several subgraphs resolve. */
    List<Step> sharedSteps() {
        return sharedSteps;
    }

    private static boolean isShared(Step step) {
        return step instanceof Step.Take take
                && take.shared()
                && take.to() != null
                && take.to().isAbstract();
    }
}
