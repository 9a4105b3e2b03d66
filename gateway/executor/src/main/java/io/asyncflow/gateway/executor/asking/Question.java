package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.json.Json;
import java.util.List;

/**
 * One request for entities.
 *
 * @param targets for each lookup of the request, the objects that its answers are for
 */
public record Question(Json body, List<Targets> targets) {

    public Question {
        targets = List.copyOf(targets);
    }
}
