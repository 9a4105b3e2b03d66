package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.schema.FederationVersion;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a specification: what it defines, under the names that it gives itself.
 *
 * @param needs the oldest version of Federation that this one comes with
 */
record Specification(
        Map<String, DirectiveDefinition> directives,
        Map<String, TypeDefinition> types,
        @Nullable FederationVersion needs) {

    Specification {
        directives = Ordered.copyOf(directives);
        types = Ordered.copyOf(types);
    }

    static Specification of(String sdl) {
        return of(List.of(sdl), null);
    }

    /** What the texts define; a later definition takes the place of an earlier one. */
    static Specification of(List<String> texts, @Nullable FederationVersion needs) {
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        for (String text : texts) {
            for (Definition definition : Parser.parse(text).definitions()) {
                if (definition instanceof DirectiveDefinition directive) {
                    directives.put(directive.name(), directive);
                }
                if (definition instanceof TypeDefinition type) {
                    types.put(type.name(), type);
                }
            }
        }
        return new Specification(directives, types, needs);
    }

    boolean defines(String element) {
        return element.startsWith("@") ? directives.containsKey(element.substring(1)) : types.containsKey(element);
    }
}
