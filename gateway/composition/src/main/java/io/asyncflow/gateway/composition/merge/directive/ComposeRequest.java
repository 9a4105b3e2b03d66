package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.Directive;

/**
 * A sound {@code @composeDirective} in one subgraph.
 *
 * @param feature the linked specification that the directive belongs to
 * @param name the directive's name in that specification
 * @param nameHere its name in the subgraph, and so in the supergraph
 */
record ComposeRequest(
        Vocabulary vocabulary, Feature feature, String name, String nameHere, Directive composeDirective) {

    String subgraph() {
        return vocabulary.schema().name();
    }

    String identity() {
        return feature.url().identity();
    }

    Place place() {
        return Place.of(subgraph(), composeDirective.position());
    }

    Place linkPlace() {
        return vocabulary.place(feature);
    }
}
