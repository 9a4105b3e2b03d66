package io.asyncflow.gateway.composition.report;

import java.util.List;

/** Something that composes but that its authors may not have meant. */
public record Hint(HintCode code, String message, List<Place> places) {

    public Hint {
        places = List.copyOf(places);
    }
}
