/** How a subgraph says no: user errors for what can be expected, coded and scrubbed errors for faults. */
@NullMarked
package io.asyncflow.support.errors;

import org.jspecify.annotations.NullMarked;
