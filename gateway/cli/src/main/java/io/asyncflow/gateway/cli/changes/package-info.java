/** What differs between two schemas, and what that means for clients. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli.changes;
