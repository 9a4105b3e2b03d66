package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All spots there are, and how to get from one to the next inside a subgraph. */
final class Spots {

    private final Subgraphs subgraphs;
    private final Map<LocalType, Map<List<Selection>, Spot>> spots = new HashMap<>();
    private int count;

    Spots(Subgraphs subgraphs) {
        this.subgraphs = subgraphs;
    }

    Spot at(LocalType type) {
        return at(type, List.of());
    }

    private Spot at(LocalType type, List<Selection> provided) {
        return spots.computeIfAbsent(type, _ -> new HashMap<>())
                .computeIfAbsent(provided, _ -> new Spot(count++, type, provided));
    }

    /** Where the field leads, or null where to a scalar or enum. */
    @Nullable
    Spot below(Spot spot, LocalField field) {
        LocalType type = subgraphs.type(spot.type().graphIndex(), field.type());
        if (type == null) {
            return null;
        }
        List<Selection> passedOn = spot.providedBelow(field.name());
        if (passedOn == null || passedOn.isEmpty()) {
            return at(type, field.provides());
        }
        List<Selection> provided = new ArrayList<>(field.provides());
        provided.addAll(passedOn);
        return at(type, provided);
    }

    /** The same value known to be of the object type, or null where it cannot be one. */
    @Nullable
    Spot narrowed(Spot spot, String objectType) {
        if (spot.type().name().equals(objectType)) {
            return spot;
        }
        if (!spot.type().isAbstract() || !spot.type().runtimeTypes().contains(objectType)) {
            return null;
        }
        LocalType type = subgraphs.type(spot.type().graphIndex(), objectType);
        return type == null ? null : at(type, spot.providedTo(objectType));
    }
}
