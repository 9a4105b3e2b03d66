/** How fast events get from a commit to their effect. */
@NullMarked
package io.asyncflow.bench.events;

import org.jspecify.annotations.NullMarked;
