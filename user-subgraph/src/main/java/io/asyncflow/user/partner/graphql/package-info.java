/** Partners in the graph. */
@NullMarked
package io.asyncflow.user.partner.graphql;

import org.jspecify.annotations.NullMarked;
