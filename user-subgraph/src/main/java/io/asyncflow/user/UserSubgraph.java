package io.asyncflow.user;

import io.asyncflow.service.Service;
import io.asyncflow.support.Subgraph;

/** Accounts and who may act for them. */
@Subgraph
public class UserSubgraph {

    public static final Service SERVICE = new Service("user", UserSubgraph.class);

    public static void main(String[] arguments) {
        SERVICE.run(arguments);
    }
}
