/** Tells whether plans are right. */
package io.asyncflow.gateway.planner.oracle;
