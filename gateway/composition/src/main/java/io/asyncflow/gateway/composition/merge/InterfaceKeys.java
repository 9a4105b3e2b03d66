package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: who resolves an interface by key knows all of its implementations. */
final class InterfaceKeys {

    private final Scope scope;

    InterfaceKeys(Scope scope) {
        this.scope = scope;
    }

    /** Whether the interface has a key in any subgraph. */
    boolean check(String name, List<Contribution<FieldsDefinition>> contributions) {
        boolean hasKey = false;
        for (Contribution<FieldsDefinition> each : contributions) {
            if (each.element() instanceof InterfaceDefinition) {
                List<Directive> keys = Applications.all(each.element().directives(), Federation.KEY);
                hasKey |= !keys.isEmpty();
                keys.stream()
                        .filter(key -> Applications.flag(key, "resolvable", true))
                        .findFirst()
                        .ifPresent(key -> check(name, each.by(), key));
            }
        }
        return hasKey;
    }

    private void check(String name, Contributor by, Directive key) {
        List<String> all = scope.hierarchy().implementationsOf(name);
        if (by.implementations(name).size() >= all.size()) {
            return;
        }
        Set<String> known =
                by.implementations(name).stream().map(each -> each.name()).collect(Collectors.toSet());
        List<String> missing = all.stream()
                .filter(each -> !known.contains(each))
                .map(each -> "\"" + each + "\"")
                .toList();
        scope.findings()
                .problem(
                        ErrorCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE,
                        "Interface \"" + name + "\" has a @key in subgraph \"" + by.name()
                                + "\", which must then know all implementations but lacks "
                                + Wording.list(missing)
                                + ". Define them there, or make the key \"resolvable: false\".",
                        List.of(Place.of(by.name(), key.position())));
    }
}
