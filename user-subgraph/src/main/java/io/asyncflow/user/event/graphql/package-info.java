/** Dead events in the graph. */
@NullMarked
package io.asyncflow.user.event.graphql;

import org.jspecify.annotations.NullMarked;
