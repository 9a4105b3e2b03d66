package io.asyncflow.user.behaviour;

import io.asyncflow.support.errors.UserError;
import java.util.List;

/** What became of a batch: how many were taken, or why none was. */
public record BehaviourOutcome(int accepted, List<UserError> userErrors) {

    public BehaviourOutcome {
        userErrors = List.copyOf(userErrors);
    }

    static BehaviourOutcome refused(List<UserError> errors) {
        return new BehaviourOutcome(0, errors);
    }
}
