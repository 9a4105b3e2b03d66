package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.settings.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subgraph that runs and is asked for its SDL. */
@Described("A running subgraph, written as in the supergraph.yaml of other tools.")
public record LiveSubgraph(
        @Described("Where its queries go.") String routingUrl,

        @Described("How it is asked for its SDL.") Schema schema) {

    /** How a subgraph is asked for its SDL. */
    public record Schema(
            @Described("Where { _service { sdl } } is asked; without it, at the routing_url.") @Nullable
            String subgraphUrl,

            @Described("Headers for that request.") @Secret Map<String, String> introspectionHeaders) {

        public static final Schema DEFAULT = new Schema(null, Map.of());

        public Schema {
            introspectionHeaders = SourceSettings.inOrder(introspectionHeaders);
            if (subgraphUrl != null && !HttpAddress.is(subgraphUrl)) {
                throw new IllegalArgumentException("subgraphUrl" + HttpAddress.EXPECTED);
            }
        }
    }

    public LiveSubgraph {
        if (!HttpAddress.is(routingUrl)) {
            throw new IllegalArgumentException("routingUrl" + HttpAddress.EXPECTED);
        }
    }

    /** Where it is asked for its SDL. */
    String sdlUrl() {
        return schema.subgraphUrl() == null ? routingUrl : schema.subgraphUrl();
    }
}
