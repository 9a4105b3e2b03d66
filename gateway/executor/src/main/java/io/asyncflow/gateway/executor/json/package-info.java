/** JSON as bytes: what is passed on is never turned into anything else. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.executor.json;
