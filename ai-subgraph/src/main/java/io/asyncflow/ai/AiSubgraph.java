package io.asyncflow.ai;

import io.asyncflow.service.Service;
import io.asyncflow.support.Subgraph;

/** Recommendations: what goes with what. */
@Subgraph
public class AiSubgraph {

    public static final Service SERVICE = new Service("ai", AiSubgraph.class);

    public static void main(String[] arguments) {
        SERVICE.run(arguments);
    }
}
