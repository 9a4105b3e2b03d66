/** What people do in the shop, as their browsers tell it. */
@NullMarked
package io.asyncflow.user.behaviour;

import org.jspecify.annotations.NullMarked;
