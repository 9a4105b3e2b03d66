/** Roles in the graph, and accounts for those who look after them. */
@NullMarked
package io.asyncflow.user.role.graphql;

import org.jspecify.annotations.NullMarked;
