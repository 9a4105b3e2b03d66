package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rewriter;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rewriting that leaves types where they are. */
abstract class Step extends Rewriter {

    final Draft rewrite(Draft draft) {
        Map<String, List<TypeDefinition>> parts = new LinkedHashMap<>();
        draft.parts()
                .forEach((name, ofOne) ->
                        parts.put(name, ofOne.stream().map(this::type).toList()));
        return new Draft(draft.header(), parts);
    }

    static List<Directive> without(List<Directive> directives, String name) {
        return Draft.has(directives, name)
                ? directives.stream()
                        .filter(directive -> !directive.name().equals(name))
                        .toList()
                : directives;
    }
}
