package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.server.subgraph.SubgraphObserver.Observation;
import io.netty.handler.codec.http.HttpHeaders;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a subgraph. */
final class ObservedFetch implements Observation {

    private final String subgraph;
    private final int fetch;
    private final @Nullable ObservedOperation operation;
    private final SubgraphMeters.@Nullable Timers timers;
    private final @Nullable Span span;

    ObservedFetch(
            String subgraph,
            int fetch,
            @Nullable ObservedOperation operation,
            SubgraphMeters.@Nullable Timers timers,
            @Nullable Span span) {
        this.subgraph = subgraph;
        this.fetch = fetch;
        this.operation = operation;
        this.timers = timers;
        this.span = span;
    }

    @Override
    public Map<String, String> headers() {
        return span == null ? Map.of() : Traces.headers(span);
    }

    @Override
    public void answered(int status, HttpHeaders headers) {
        if (span != null) {
            Traces.answered(span, status);
        }
    }

    @Override
    public void ended(String outcome, long nanos) {
        if (timers != null) {
            timers.record(outcome, nanos);
        }
        if (operation != null) {
            operation.fetched(subgraph, fetch, outcome, nanos);
        }
        if (span != null) {
            Traces.end(span, outcome);
        }
    }
}
