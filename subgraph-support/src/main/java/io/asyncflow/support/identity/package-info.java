/** Who is asking: from a signed token into the Reactor context. */
@NullMarked
package io.asyncflow.support.identity;

import org.jspecify.annotations.NullMarked;
