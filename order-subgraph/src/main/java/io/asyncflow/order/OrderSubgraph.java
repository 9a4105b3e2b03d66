package io.asyncflow.order;

import io.asyncflow.service.Service;
import io.asyncflow.support.Subgraph;

/** Carts now; orders, payments and delivery as they come. */
@Subgraph
public class OrderSubgraph {

    public static final Service SERVICE = new Service("order", OrderSubgraph.class);

    public static void main(String[] arguments) {
        SERVICE.run(arguments);
    }
}
