package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.server.configuration.TelemetrySettings;
import io.asyncflow.gateway.server.subgraph.SubgraphObserver;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Who wants to know of operations and their fetches; where nobody does, nothing is wrapped. */
public final class Watch implements AutoCloseable {

    private final @Nullable MeterRegistry registry;
    private final @Nullable OperationMeters meters;
    private final @Nullable Traces traces;
    private final @Nullable SlowOperations slow;
    private final boolean named;

    /** @param registry null where nothing is measured */
    public Watch(TelemetrySettings settings, @Nullable MeterRegistry registry) {
        this.registry = registry;
        this.meters = registry == null ? null : new OperationMeters(registry);
        TelemetrySettings.Tracing tracing = settings.exporters().tracing();
        this.traces = tracing.otlp().enabled() ? new Traces(tracing) : null;
        this.slow = settings.slowOperations().enabled()
                ? new SlowOperations(settings.slowOperations().threshold())
                : null;
        this.named = settings.accessLog().enabled();
    }

    /** The service, watched. */
    public GraphQLService over(GraphQLService service, Transport transport) {
        boolean nobody = meters == null && traces == null && slow == null && !named;
        return nobody ? service : (request, caller) -> new ObservedOperation(this, transport, service, request, caller);
    }

    /** Watches what subgraphs are asked. */
    public SubgraphObserver fetches() {
        return registry == null && traces == null && slow == null
                ? SubgraphObserver.NONE
                : new FetchObserver(registry == null ? null : new SubgraphMeters(registry), traces);
    }

    /** Sends the spans that wait. */
    @Override
    public void close() {
        if (traces != null) {
            traces.close();
        }
    }

    @Nullable
    OperationMeters meters() {
        return meters;
    }

    @Nullable
    Traces traces() {
        return traces;
    }

    @Nullable
    SlowOperations slow() {
        return slow;
    }
}
