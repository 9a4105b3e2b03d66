package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.composition.report.Names;
import io.asyncflow.gateway.language.Directive;

/** A directive and where it is applied. */
public record Applied(Directive directive, Site site) {

    /** What the directive is called in messages. */
    public String shown() {
        return Names.shown(directive.name());
    }
}
