/** Accounts in the graph. */
@NullMarked
package io.asyncflow.user.account.graphql;

import org.jspecify.annotations.NullMarked;
