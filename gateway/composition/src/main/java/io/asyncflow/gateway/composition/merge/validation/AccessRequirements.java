package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.merge.directive.Requirements;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients need to see the elements of a supergraph. */
final class AccessRequirements {

    private final @Nullable String authenticated;
    private final @Nullable String requiresScopes;
    private final @Nullable String policy;

    AccessRequirements(Supergraph supergraph) {
        authenticated = Specifications.directiveName(supergraph, "authenticated");
        requiresScopes = Specifications.directiveName(supergraph, "requiresScopes");
        policy = Specifications.directiveName(supergraph, "policy");
    }

    /** Whether everyone may see everything. */
    boolean isEmpty() {
        return authenticated == null && requiresScopes == null && policy == null;
    }

    AccessRequirement of(Type type) {
        return of(type.directives());
    }

    AccessRequirement of(Field field) {
        return of(field.directives());
    }

    private AccessRequirement of(List<Directive> directives) {
        return new AccessRequirement(
                directives.stream().anyMatch(directive -> directive.name().equals(authenticated)),
                requirements(directives, requiresScopes, "scopes"),
                requirements(directives, policy, "policies"));
    }

    private static Requirements requirements(List<Directive> directives, @Nullable String name, String argument) {
        for (Directive directive : directives) {
            Value value = directive.name().equals(name) ? directive.argument(argument) : null;
            if (value != null) {
                return Requirements.of(value);
            }
        }
        return Requirements.NONE;
    }
}
