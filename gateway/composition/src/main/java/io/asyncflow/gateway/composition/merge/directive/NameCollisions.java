package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.ErrorCode;
import java.util.List;

/** A composed directive cannot have the name that one of Federation's directives has in the supergraph. */
final class NameCollisions {

    private NameCollisions() {}

    static void check(CarriedDirectives carried, ComposedDirectives composed, Findings findings) {
        for (ComposeRequest request : composed.all()) {
            SpecificationDirective known = carried.named(request.nameHere());
            if (known != null) {
                findings.problem(
                        ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        "@" + request.nameHere() + " of " + request.identity()
                                + " cannot be composed, because Federation's @" + known.directiveName()
                                + " has this name in another subgraph. Import one of the two under another name.",
                        List.of(request.linkPlace()));
            }
        }
    }
}
