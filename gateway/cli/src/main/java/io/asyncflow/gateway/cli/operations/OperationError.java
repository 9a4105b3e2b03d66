package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.language.Position;

/** Why an operation cannot be executed. */
public record OperationError(Position position, String message) {}
