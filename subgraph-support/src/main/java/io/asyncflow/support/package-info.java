/** What every subgraph shares. No domain of its own. */
@NullMarked
package io.asyncflow.support;

import org.jspecify.annotations.NullMarked;
