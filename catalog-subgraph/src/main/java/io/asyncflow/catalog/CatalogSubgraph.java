package io.asyncflow.catalog;

import io.asyncflow.service.Service;
import io.asyncflow.support.Subgraph;

/** Products, collections, content: what the shop shows. */
@Subgraph
public class CatalogSubgraph {

    public static final Service SERVICE = new Service("catalog", CatalogSubgraph.class);

    public static void main(String[] arguments) {
        SERVICE.run(arguments);
    }
}
