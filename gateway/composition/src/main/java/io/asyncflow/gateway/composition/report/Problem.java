package io.asyncflow.gateway.composition.report;

import java.util.List;

/** Why there is no supergraph: what is wrong, and what to do about it. */
public record Problem(ErrorCode code, String message, List<Place> places) {

    public Problem {
        places = List.copyOf(places);
    }
}
