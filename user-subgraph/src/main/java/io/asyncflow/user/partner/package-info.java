/** Partners and the keys that they call the partner API with. */
@NullMarked
package io.asyncflow.user.partner;

import org.jspecify.annotations.NullMarked;
