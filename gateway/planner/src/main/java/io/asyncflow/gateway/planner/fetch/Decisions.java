package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.plan.Path;
import io.asyncflow.gateway.planner.search.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes where subgraphs had to be chosen, for those who want the plan explained. */
public final class Decisions {

    private final Map<Place, Choice> noted = new LinkedHashMap<>();

    void note(Place place, Choice choice) {
        if (!choice.alternatives().isEmpty()) {
            noted.put(place, choice);
        }
    }

    /** What was chosen at one place. */
    public record Decision(Path path, Choice choice) {}

    /** From the root down. */
    public List<Decision> all() {
        List<Decision> all = new ArrayList<>();
        noted.forEach((place, choice) -> all.add(new Decision(place.path(), choice)));
        return all;
    }
}
