package io.asyncflow.gateway.composition.schema;

/** What a team hands in: its subgraph's name, address and schema. */
public record Subgraph(String name, String url, String sdl) {}
