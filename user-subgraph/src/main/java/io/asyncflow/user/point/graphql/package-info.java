/** Points in the graph. */
@NullMarked
package io.asyncflow.user.point.graphql;

import org.jspecify.annotations.NullMarked;
