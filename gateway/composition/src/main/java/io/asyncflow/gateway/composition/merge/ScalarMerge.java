package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.supergraph.Type.ScalarType;

/** Merges scalars, which are the same wherever they have the same name. */
final class ScalarMerge {

    private final Scope scope;
    private final TypeMerge types;

    ScalarMerge(Scope scope) {
        this.scope = scope;
        types = new TypeMerge(scope);
    }

    ScalarType merge(String name) {
        TypeMerge.Header header = types.merge(
                name, Contribution.only(TypeDefinition.class, scope.types().of(name)));
        return new ScalarType(name, header.description(), header.joins(), header.directives());
    }
}
