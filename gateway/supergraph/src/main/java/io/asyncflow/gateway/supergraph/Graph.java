package io.asyncflow.gateway.supergraph;

/**
 * A subgraph as the supergraph knows it.
 *
 * @param id its value in the {@code join__Graph} enum
 */
public record Graph(String id, String name, String url) {}
