package io.asyncflow.gateway.language;

/** A name with its value, in a field or a directive. */
public record Argument(String name, Value value, Position position) implements Node {}
