/** Events: written with the change that they tell of, carried by a bus, and handled once. */
@NullMarked
package io.asyncflow.support.events;

import org.jspecify.annotations.NullMarked;
