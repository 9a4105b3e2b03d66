package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.Externals;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import java.util.List;

/** A draft with what several rules want to know of it. */
record Facts(Draft draft, FieldSets fieldSets, Externals externals) {

    static Facts of(Draft draft) {
        FieldSets fieldSets = new FieldSets(draft);
        return new Facts(draft, fieldSets, new Externals(draft, fieldSets));
    }

    List<Applied> applications(String directive) {
        return draft.applications(directive);
    }
}
