package io.asyncflow.gateway.composition.satisfiability;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields a subgraph can be asked for on an interface itself: those that all its object types resolve there. */
final class InterfaceFields {

    private final Subgraphs subgraphs;
    private final Set<String> inaccessible;
    private final Map<LocalType, Map<String, Boolean>> known = new HashMap<>();

    InterfaceFields(Subgraphs subgraphs, Set<String> inaccessible) {
        this.subgraphs = subgraphs;
        this.inaccessible = inaccessible;
    }

    boolean canTake(LocalType anInterface, LocalField field) {
        Map<String, Boolean> answers = known.computeIfAbsent(anInterface, _ -> new HashMap<>());
        Boolean answer = answers.get(field.name());
        if (answer == null) {
            answer = find(anInterface, field);
            answers.put(field.name(), answer);
        }
        return answer;
    }

    private boolean find(LocalType anInterface, LocalField field) {
        if (field.external() || inaccessible.contains(anInterface.name())) {
            return false;
        }
        for (String object : subgraphs.runtimeTypes(anInterface.name())) {
            LocalType local = subgraphs.type(anInterface.graphIndex(), object);
            if (local != null && !inaccessible.contains(object) && !resolves(local.field(field.name()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean resolves(@Nullable LocalField field) {
        return field != null && !field.external() && field.requires().isEmpty();
    }
}
