/** What we keep of people, to be handed out to them and forgotten. */
@NullMarked
package io.asyncflow.user.personal;

import org.jspecify.annotations.NullMarked;
