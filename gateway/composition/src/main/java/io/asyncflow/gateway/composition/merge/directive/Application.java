package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value;
import java.util.Map;

/**
 * One application of a directive in one subgraph.
 *
 * @param directive under its name in the supergraph, with the arguments it is written with
 * @param arguments those, and the defaults of all others: two applications are the same where these are
 */
record Application(Applied source, Directive directive, Map<String, Value> arguments) {}
