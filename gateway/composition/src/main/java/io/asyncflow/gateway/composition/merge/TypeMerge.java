package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.supergraph.TypeJoin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges what types of all kinds have: a description, directives, and where they are defined under which keys. */
final class TypeMerge {

    private final Scope scope;
    private final DescriptionMerge descriptions;
    private final OrphanExtension orphanExtension;

    TypeMerge(Scope scope) {
        this.scope = scope;
        descriptions = new DescriptionMerge(scope.findings());
        orphanExtension = new OrphanExtension(scope.findings());
    }

    record Header(@Nullable String description, List<TypeJoin> joins, List<Directive> directives) {}

    <T extends TypeDefinition> Header merge(String name, List<Contribution<T>> contributions) {
        orphanExtension.check(name, contributions);
        return new Header(
                descriptions.merge("Type \"" + name + "\"", contributions, TypeDefinition::description),
                TypeJoins.of(contributions),
                scope.directives().merge(name, Contribution.applied(contributions, TypeDefinition::directives)));
    }
}
