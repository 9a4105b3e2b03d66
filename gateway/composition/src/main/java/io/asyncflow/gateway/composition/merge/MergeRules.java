package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.supergraph.Supergraph;

/** What must hold of the supergraph although it held of every subgraph. */
final class MergeRules {

    private final Scope scope;
    private final Supergraph supergraph;

    MergeRules(Scope scope, Supergraph supergraph) {
        this.scope = scope;
        this.supergraph = supergraph;
    }

    void check() {
        new InterfaceFieldImplementation(scope, supergraph).check();
        new RequiredFieldArguments(scope, supergraph).check();
        if (!scope.findings().hasProblems()) {
            new ImplementationSignatures(scope, supergraph).check();
            new InputCycles(scope, supergraph).check();
        }
    }
}
