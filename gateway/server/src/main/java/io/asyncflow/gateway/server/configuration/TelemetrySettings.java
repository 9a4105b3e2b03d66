package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.settings.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the gateway tells about itself. */
@Described("What the gateway tells about itself.")
public record TelemetrySettings(
        @Described("Where traces and metrics go.") Exporters exporters,

        @Described("One line in the log for each request.") AccessLog accessLog,

        @Described("One line in the log for each operation that takes long.")
        SlowOperations slowOperations) {

    public static final TelemetrySettings DEFAULT =
            new TelemetrySettings(Exporters.DEFAULT, AccessLog.DEFAULT, SlowOperations.DEFAULT);

    /** Where traces and metrics go. */
    public record Exporters(
            @Described("Spans: one for each request, one for each fetch.")
            Tracing tracing,

            @Described("Numbers over time.") Metrics metrics) {

        public static final Exporters DEFAULT = new Exporters(Tracing.DEFAULT, Metrics.DEFAULT);
    }

    /** Spans, and which of them are kept. */
    public record Tracing(
            @Described("What holds wherever spans go.") Common common,

            @Described("Spans to a collector, over OTLP with HTTP.")
            Otlp otlp) {

        public static final Tracing DEFAULT = new Tracing(Common.DEFAULT, Otlp.DEFAULT);
    }

    /** What holds wherever spans go. */
    public record Common(
            @Described("What the gateway calls itself.") String serviceName,

            @Described("The share of requests that is traced, from 0 to 1.")
            double sampler,

            @Described("Whether a caller who sends a traceparent decides instead.")
            boolean parentBasedSampler) {

        public static final Common DEFAULT = new Common("gateway", 1, true);

        public Common {
            if (serviceName.isBlank()) {
                throw new IllegalArgumentException("serviceName must not be blank");
            }
            if (sampler < 0 || sampler > 1) {
                throw new IllegalArgumentException("sampler must be between 0 and 1");
            }
        }
    }

    /** Spans to a collector. */
    public record Otlp(
            @Described("Whether spans are sent.") boolean enabled,

            @Described("Where they are sent.") String endpoint,

            @Described("Headers that are sent with them.") @Secret
            Map<String, String> headers,

            @Described("How long the collector may take to answer.")
            Duration timeout) {

        public static final Otlp DEFAULT =
                new Otlp(false, "http://localhost:4318/v1/traces", Map.of(), Duration.ofSeconds(10));

        public Otlp {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            if (!HttpAddress.is(endpoint)) {
                throw new IllegalArgumentException("endpoint" + HttpAddress.EXPECTED);
            }
            if (!timeout.isPositive()) {
                throw new IllegalArgumentException("timeout must be longer than 0s");
            }
        }
    }

    /** Numbers over time. */
    public record Metrics(
            @Described("Metrics for Prometheus to fetch.") Prometheus prometheus) {

        public static final Metrics DEFAULT = new Metrics(Prometheus.DEFAULT);
    }

    /** Metrics for Prometheus to fetch. */
    public record Prometheus(
            @Described("Whether /metrics answers.") boolean enabled) {

        public static final Prometheus DEFAULT = new Prometheus(true);
    }

    /** One line in the log for each request. */
    public record AccessLog(
            @Described("Whether it is written.") boolean enabled) {

        public static final AccessLog DEFAULT = new AccessLog(false);
    }

    /** One line in the log for each operation that takes long. */
    public record SlowOperations(
            @Described("Whether it is written.") boolean enabled,

            @Described("How long an operation takes to be among them.")
            Duration threshold) {

        public static final SlowOperations DEFAULT = new SlowOperations(true, Duration.ofSeconds(2));

        public SlowOperations {
            if (threshold.isNegative()) {
                throw new IllegalArgumentException("threshold must not be negative");
            }
        }
    }
}
