package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.words.Spelling;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import java.util.HashSet;
import java.util.List;

/** Directives are known, stand where they may, and as often as they may. */
final class Directives {

    private final Walk walk;
    private final Arguments arguments;

    Directives(Walk walk) {
        this.walk = walk;
        this.arguments = new Arguments(walk);
    }

    void check(List<Directive> directives, String location) {
        var seen = new HashSet<String>();
        for (Directive directive : directives) {
            DirectiveDefinition definition = walk.api().directives().get(directive.name());
            if (definition == null) {
                walk.wrong(
                        directive.position(),
                        "There is no directive @" + directive.name() + "."
                                + Spelling.suggestion(
                                        directive.name(),
                                        walk.api().directives().keySet()));
                continue;
            }
            if (!definition.locations().contains(location)) {
                walk.wrong(directive.position(), "@" + directive.name() + " may not stand on " + location + ".");
            }
            if (!seen.add(directive.name()) && !definition.repeatable()) {
                walk.wrong(directive.position(), "@" + directive.name() + " may stand here only once.");
            }
            arguments.check(
                    directive.arguments(), definition.arguments(), "@" + directive.name(), directive.position());
        }
    }
}
