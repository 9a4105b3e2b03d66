package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.server.subgraph.SubgraphObserver;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** Watches what subgraphs are asked, each time for the operation that it is asked for. */
final class FetchObserver implements SubgraphObserver {

    private final @Nullable SubgraphMeters meters;
    private final @Nullable Traces traces;

    FetchObserver(@Nullable SubgraphMeters meters, @Nullable Traces traces) {
        this.meters = meters;
        this.traces = traces;
    }

    @Override
    public Observation started(SubgraphRequest request, ContextView context) {
        ObservedOperation operation = ObservedOperation.in(context);
        String subgraph = request.graph().name();
        Span parent = operation == null ? null : operation.span();
        return new ObservedFetch(
                subgraph,
                request.fetch(),
                operation,
                meters == null ? null : meters.of(subgraph),
                traces == null || parent == null ? null : traces.fetch(parent, subgraph, request.fetch()));
    }
}
