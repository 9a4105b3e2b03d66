package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.composition.report.Reporter;

/** One thing that must hold for a subgraph by itself. */
public interface Rule {

    void check(Draft draft, Reporter reporter);
}
