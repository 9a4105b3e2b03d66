package io.asyncflow.gateway.language;

import java.util.List;

/** A named fragment. */
public record FragmentDefinition(
        String name, String typeCondition, List<Directive> directives, List<Selection> selections, Position position)
        implements Definition {
    public FragmentDefinition {
        directives = List.copyOf(directives);
        selections = List.copyOf(selections);
    }
}
