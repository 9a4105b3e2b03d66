/** Why a plan is as it is. */
@org.jspecify.annotations.NullMarked
package io.asyncflow.gateway.cli.explanation;
