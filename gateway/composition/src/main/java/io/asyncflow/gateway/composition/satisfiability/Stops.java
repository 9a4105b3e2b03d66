package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.satisfiability.Stop.ContextSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All stops there are. */
final class Stops {

    private final Map<Spot, Map<Map<String, ContextSource>, Stop>> stops = new HashMap<>();
    private int count;

    /** Past a leaf, where nothing is left to ask for. */
    final Stop done = new Stop(count++, null, Map.of());

    Stop at(@Nullable Spot spot, Map<String, ContextSource> contexts) {
        if (spot == null) {
            return done;
        }
        return stops.computeIfAbsent(spot, _ -> new HashMap<>(2))
                .computeIfAbsent(contexts, known -> new Stop(count++, spot, known));
    }
}
