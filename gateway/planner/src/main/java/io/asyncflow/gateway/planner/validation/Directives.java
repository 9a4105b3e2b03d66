package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Value;
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
        if (directives.isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        for (Directive directive : directives) {
            DirectiveDefinition definition = walk.api().directives().get(directive.name());
            if (definition == null) {
                unknown(directive);
                continue;
            }
            if (!definition.locations().contains(location)) {
                walk.wrong(directive.position(), "@" + directive.name() + " may not stand on " + location + ".");
            }
            if (!seen.add(directive.name()) && !definition.repeatable()) {
                walk.wrong(directive.position(), "@" + directive.name() + " may stand here only once.");
            }
            arguments.check(directive.arguments(), definition.arguments(), "@", directive.name(), directive.position());
            if (directive.name().equals("defer")) {
                label(directive);
            }
        }
    }

    private void unknown(Directive directive) {
        String suggestion =
                Spelling.suggestion(directive.name(), walk.api().directives().keySet());
        walk.wrong(directive.position(), "There is no directive @" + directive.name() + "." + suggestion);
    }

    private void label(Directive directive) {
        switch (directive.argument("label")) {
            case Value.VariableValue _ ->
                walk.wrong(directive.position(), "The label of @defer must be a text, not a variable.");
            case Value.StringValue(String label)
            when !walk.labels().add(label) ->
                walk.wrong(
                        directive.position(),
                        "Another @defer has the label \"" + label + "\" already; give each its own.");
            case null, default -> {}
        }
    }
}
