/** Sessions in the graph. */
@NullMarked
package io.asyncflow.user.session.graphql;

import org.jspecify.annotations.NullMarked;
