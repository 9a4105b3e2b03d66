package io.asyncflow.gateway.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code schema} block; {@code extension} where it extends one. */
public record SchemaDefinition(
        @Nullable String description,
        List<Directive> directives,
        Map<OperationType, String> roots,
        boolean extension,
        Position position)
        implements Definition {
    public SchemaDefinition {
        directives = List.copyOf(directives);
        roots = Ordered.copyOf(roots);
    }
}
