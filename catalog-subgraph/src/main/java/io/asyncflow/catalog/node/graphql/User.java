package io.asyncflow.catalog.node.graphql;

import io.asyncflow.support.identity.UserId;

/** What the catalog knows of an account: its id, for the user service to go on from. */
record User(UserId id) {}
