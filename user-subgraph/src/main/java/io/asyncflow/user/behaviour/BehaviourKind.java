package io.asyncflow.user.behaviour;

/** What people do; {@code BehaviourKind} of the schema. */
public enum BehaviourKind {
    VIEWED,
    SEARCHED,
    ADDED,
    BOUGHT
}
