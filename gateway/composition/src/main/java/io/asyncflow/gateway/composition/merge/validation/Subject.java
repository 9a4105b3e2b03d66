package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.supergraph.Supergraph;

/** A supergraph under examination: what clients see of it, and where its subgraphs define it. */
record Subject(Supergraph supergraph, Visibility visibility, Sources sources) {}
