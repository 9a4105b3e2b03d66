package io.asyncflow.gateway.planner.operation;

/** That a Boolean variable has a value: {@code @include(if: $variable)} expects true, {@code @skip} false. */
public record Condition(String variable, boolean expected) {

    Condition opposite() {
        return new Condition(variable, !expected);
    }
}
