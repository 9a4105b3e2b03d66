/**
 * Which products are alike: a model of the whole catalogue in memory. Pure: profiles in, neighbours out; no I/O, no
 * clock, no randomness.
 */
@NullMarked
package io.asyncflow.ai.similarity;

import org.jspecify.annotations.NullMarked;
