/** Whether an operation can be executed on a schema. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli.operations;
