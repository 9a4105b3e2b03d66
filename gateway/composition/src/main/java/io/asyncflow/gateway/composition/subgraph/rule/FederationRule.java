package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.Reporter;

/** One thing that Federation asks of a subgraph by itself. */
interface FederationRule {

    void check(Facts facts, Reporter reporter);
}
