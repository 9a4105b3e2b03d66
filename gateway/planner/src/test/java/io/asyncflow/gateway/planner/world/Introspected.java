package io.asyncflow.gateway.planner.world;

/** Stands in for the answers to introspection, of which only the place matters here. */
public record Introspected(String field) {}
