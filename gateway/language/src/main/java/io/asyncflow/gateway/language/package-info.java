/** GraphQL documents as immutable trees, with the parser that reads and the printer that writes them. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.language;
