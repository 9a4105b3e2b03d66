/** What the subgraphs' tests share. */
@NullMarked
package io.asyncflow.testing;

import org.jspecify.annotations.NullMarked;
