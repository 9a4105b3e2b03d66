package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.Problem;
import java.util.List;

/** One thing that a supergraph must not do. */
interface SupergraphRule {

    List<Problem> check(Subject subject);
}
