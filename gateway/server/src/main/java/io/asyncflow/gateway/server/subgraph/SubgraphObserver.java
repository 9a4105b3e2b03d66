package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.server.subgraph.transport.ResponseListener;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import reactor.util.context.ContextView;

/** Watches requests to subgraphs, for metrics and traces. */
@FunctionalInterface
public interface SubgraphObserver {

    SubgraphObserver NONE = (request, context) -> Unobserved.INSTANCE;

    /**
     * A request is about to be made.
     *
     * @param context that of the operation it belongs to
     */
    Observation started(SubgraphRequest request, ContextView context);

    /** One request, whatever it takes: it may be sent several times, or share the answer to an equal one. */
    interface Observation extends ResponseListener {

        /** Headers to send in place of those of the same name, such as {@code traceparent}; names in lower case. */
        default Map<String, String> headers() {
            return Map.of();
        }

        /** The head of an answer came; not where another request's answer is shared. */
        @Override
        default void answered(int status, HttpHeaders headers) {}

        /** @param outcome {@code OK}, {@code CANCELLED}, or the code of the error */
        default void ended(String outcome, long nanos) {}
    }
}
