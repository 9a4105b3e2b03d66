package io.asyncflow.gateway.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of an enum type. */
public record EnumValueDefinition(
        @Nullable String description, String name, List<Directive> directives, Position position) implements Node {
    public EnumValueDefinition {
        directives = List.copyOf(directives);
    }
}
