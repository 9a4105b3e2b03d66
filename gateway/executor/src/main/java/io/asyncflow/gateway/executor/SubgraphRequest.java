package io.asyncflow.gateway.executor;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.supergraph.Graph;

/**
 * What one subgraph is asked.
 *
 * @param fetch its place in the plan
 * @param body {@code {"query": ..., "variables": ...}}
 */
public record SubgraphRequest(Graph graph, OperationType type, int fetch, Json body, Caller caller) {}
