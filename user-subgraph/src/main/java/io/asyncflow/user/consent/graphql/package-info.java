/** Consents in the graph. */
@NullMarked
package io.asyncflow.user.consent.graphql;

import org.jspecify.annotations.NullMarked;
