/** What a schema says about itself. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.introspection;
