package io.asyncflow.gateway.executor.projection;

import java.util.List;

/**
 * An object of the answer of which some is deferred.
 *
 * @param deferred which part, by its place in the plan
 * @param path keys (strings) and positions (integers)
 */
public record Later(int deferred, int object, List<Object> path) {

    public Later {
        path = List.copyOf(path);
    }
}
