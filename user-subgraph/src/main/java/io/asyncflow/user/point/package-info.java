/** Points: what an account has earned by buying and may pay with. */
@NullMarked
package io.asyncflow.user.point;

import org.jspecify.annotations.NullMarked;
