/** Words for those who read messages. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli.words;
