package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.configuration.TelemetrySettings;
import io.asyncflow.service.RequestContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** Spans of operations and their fetches, sent to a collector from time to time. What it cannot take in time is lost. */
final class Traces implements AutoCloseable {

    private static final AttributeKey<String> SERVICE_NAME = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("gateway.outcome");
    private static final AttributeKey<String> SUBGRAPH = AttributeKey.stringKey("gateway.subgraph");
    private static final AttributeKey<Long> FETCH = AttributeKey.longKey("gateway.fetch");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private static final int WAITING_SPANS = 8192;
    private static final int FAREWELL_SECONDS = 5;
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    Traces(TelemetrySettings.Tracing settings) {
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(
                        Attributes.of(SERVICE_NAME, settings.common().serviceName())))
                .setSampler(sampler(settings.common()))
                .setIdGenerator(new TraceIds())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter(settings.otlp()))
                        .setMaxQueueSize(WAITING_SPANS)
                        .build())
                .build();
        tracer = provider.get("io.asyncflow.gateway");
    }

    private static Sampler sampler(TelemetrySettings.Common settings) {
        Sampler share = Sampler.traceIdRatioBased(settings.sampler());
        return settings.parentBasedSampler() ? Sampler.parentBased(share) : share;
    }

    private static OtlpHttpSpanExporter exporter(TelemetrySettings.Otlp settings) {
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.endpoint()).setTimeout(settings.timeout());
        settings.headers().forEach(exporter::addHeader);
        return exporter.build();
    }

    /** A span in the caller's trace, or the first of the trace that the log lines of the request name. */
    Span operation(Caller caller, ContextView context) {
        Context parent = W3C.extract(Context.root(), caller, CallerHeaders.INSTANCE);
        String trace = RequestContext.from(context).map(RequestContext::traceId).orElse(null);
        return TraceIds.in(
                trace,
                () -> tracer.spanBuilder("operation")
                        .setParent(parent)
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan());
    }

    Span fetch(Span operation, String subgraph, int fetch) {
        return tracer.spanBuilder("fetch " + subgraph)
                .setParent(Context.root().with(operation))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(SUBGRAPH, subgraph)
                .setAttribute(FETCH, (long) fetch)
                .startSpan();
    }

    /** Those that tell the next service which span it works for. */
    static Map<String, String> headers(Span span) {
        Map<String, String> headers = new LinkedHashMap<>();
        W3C.inject(Context.root().with(span), headers, (_, key, value) -> headers.put(key, value));
        return headers;
    }

    static void answered(Span span, int status) {
        span.setAttribute(STATUS, (long) status);
    }

    static void end(Span fetch, String outcome) {
        fetch.setAttribute(OUTCOME, outcome);
        if (!outcome.equals("OK") && !outcome.equals("CANCELLED")) {
            fetch.setStatus(StatusCode.ERROR, outcome);
        }
        fetch.end();
    }

    static void end(Span operation, @Nullable OperationType type, @Nullable String name, Ending ending) {
        if (type != null) {
            String kind = type.name().toLowerCase(Locale.ROOT);
            operation.setAttribute(TYPE, kind).updateName(name == null ? kind : kind + " " + name);
        }
        if (name != null) {
            operation.setAttribute(NAME, name);
        }
        operation.setAttribute(OUTCOME, ending.tag());
        if (ending == Ending.FAILED || ending == Ending.TIMED_OUT || ending == Ending.OVERLOADED) {
            operation.setStatus(StatusCode.ERROR, ending.tag());
        }
        operation.end();
    }

    /** Sends what still waits. */
    @Override
    public void close() {
        provider.shutdown().join(FAREWELL_SECONDS, TimeUnit.SECONDS);
    }
}
