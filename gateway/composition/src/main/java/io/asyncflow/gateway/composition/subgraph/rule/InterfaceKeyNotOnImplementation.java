package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Names;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** INTERFACE_KEY_NOT_ON_IMPLEMENTATION: all implementations have the keys of their interface, as resolvable as it has. */
final class InterfaceKeyNotOnImplementation implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        for (Applied key : facts.applications(Federation.KEY)) {
            if (key.site() instanceof OnType(InterfaceDefinition type)) {
                check(facts, type, key.directive(), reporter);
            }
        }
    }

    private static void check(Facts facts, InterfaceDefinition type, Directive key, Reporter reporter) {
        Set<List<String>> fields = KeyShape.of(key);
        List<ObjectDefinition> without = new ArrayList<>();
        List<ObjectDefinition> unresolvable = new ArrayList<>();
        for (ObjectDefinition implementation : facts.draft().implementations(type)) {
            Directive same = null;
            for (Directive own : implementation.directives()) {
                boolean matches = same == null
                        && own.name().equals(Federation.KEY)
                        && KeyShape.of(own).equals(fields);
                same = matches ? own : same;
            }
            if (same == null) {
                without.add(implementation);
            } else if (KeyShape.isResolvable(key) && !KeyShape.isResolvable(same)) {
                unresolvable.add(implementation);
            }
        }
        List<ObjectDefinition> wrong = without.isEmpty() ? unresolvable : without;
        if (!wrong.isEmpty()) {
            String problem = without.isEmpty() ? "%s have it with resolvable: false" : "%s lack it";
            reporter.report(
                    ErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION,
                    "Interface \"%s\" has the key %s, but of its implementations %s; give all of them that key."
                            .formatted(
                                    type.name(),
                                    Printer.print(key.arguments().getFirst().value()),
                                    problem.formatted(Names.list(wrong.stream()
                                            .map(ObjectDefinition::name)
                                            .toList()))),
                    wrong.stream().map(ObjectDefinition::position).toList());
        }
    }
}
