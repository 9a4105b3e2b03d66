package io.asyncflow.user.behaviour;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A batch as it was understood: what it says once each, and what is wrong with it. */
record BehaviourReading(List<Behaviour> behaviours, List<UserError> problems) {

    static final int LARGEST = 100;

    static BehaviourReading of(List<BehaviourInput> events, Instant now) {
        if (events.isEmpty() || events.size() > LARGEST) {
            var size = UserError.of(ErrorCode.INVALID, "events must be between 1 and " + LARGEST, "events");
            return new BehaviourReading(List.of(), List.of(size));
        }
        Map<String, Behaviour> read = new LinkedHashMap<>();
        var problems = new ArrayList<UserError>();
        for (int i = 0; i < events.size(); i++) {
            try {
                Behaviour behaviour = events.get(i).read(now);
                read.putIfAbsent(behaviour.id(), behaviour);
            } catch (BadInput bad) {
                problems.add(UserError.of(
                        ErrorCode.INVALID,
                        Objects.requireNonNull(bad.getMessage()),
                        "events",
                        Integer.toString(i),
                        bad.argument()));
            }
        }
        return new BehaviourReading(List.copyOf(read.values()), problems);
    }
}
