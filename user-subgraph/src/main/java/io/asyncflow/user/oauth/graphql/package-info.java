/** OAuth clients in the graph. */
@NullMarked
package io.asyncflow.user.oauth.graphql;

import org.jspecify.annotations.NullMarked;
