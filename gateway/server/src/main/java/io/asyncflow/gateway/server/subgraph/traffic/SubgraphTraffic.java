package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.subgraph.transport.ConnectionLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** How one subgraph is asked; null is as elsewhere. */
@Described("How a subgraph is asked")
public record SubgraphTraffic(
        @Described("How long a request may take, with all its retries") @Nullable
        Duration timeout,

        @Described("Whether equal queries that run at the same time are sent once") @Nullable
        Boolean deduplicateQuery,

        @Described("When queries that failed are sent again") @Nullable
        RetrySettings retry,

        @Described("When a subgraph that fails is left alone for a while") @Nullable
        CircuitBreakerSettings circuitBreaker,

        @Described("How many requests may run at the same time; more are refused") @Nullable
        Integer maxConcurrentRequests,

        @Described("Whether HTTP/2 is spoken from the first byte, without HTTP/1.1 before it") @Nullable
        Boolean http2,

        @Described("How long opening a connection may take") @Nullable
        Duration connectTimeout,

        @Described("How long a connection is kept that nobody uses") @Nullable
        Duration poolIdleTimeout,

        @Described("How long a connection is used at all") @Nullable
        Duration maxConnectionAge,

        @Described("How many connections each event loop may open; there is one for each core") @Nullable
        Integer maxConnections,

        @Described("How many requests of each event loop may wait for a connection; more are refused") @Nullable
        Integer maxPendingRequests,

        @Described("How large an answer may be, after decompression") @Nullable
        DataSize maxResponseSize) {

    /** Everything as elsewhere. */
    public static final SubgraphTraffic DEFAULT =
            new SubgraphTraffic(null, null, null, null, null, null, null, null, null, null, null, null);

    static final SubgraphTraffic STANDARD = new SubgraphTraffic(
            Duration.ofSeconds(30),
            true,
            RetrySettings.DEFAULT,
            CircuitBreakerSettings.DEFAULT,
            10_000,
            false,
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofMinutes(5),
            100,
            1000,
            DataSize.ofMegabytes(32));

    public SubgraphTraffic {
        Positive.check("timeout", timeout);
        Positive.check("max_concurrent_requests", maxConcurrentRequests);
        Positive.check("connect_timeout", connectTimeout);
        Positive.check("pool_idle_timeout", poolIdleTimeout);
        Positive.check("max_connection_age", maxConnectionAge);
        Positive.check("max_connections", maxConnections);
        if (maxPendingRequests != null && maxPendingRequests < 0) {
            throw new IllegalArgumentException("max_pending_requests must not be negative");
        }
        if (maxResponseSize != null && (maxResponseSize.toBytes() <= 0 || maxResponseSize.toBytes() > (1 << 30))) {
            throw new IllegalArgumentException("max_response_size must be more than nothing, and at most 1GB");
        }
    }

    /** This, and where it says nothing, the other. */
    SubgraphTraffic over(SubgraphTraffic other) {
        return new SubgraphTraffic(
                or(timeout, other.timeout),
                or(deduplicateQuery, other.deduplicateQuery),
                or(retry, other.retry),
                or(circuitBreaker, other.circuitBreaker),
                or(maxConcurrentRequests, other.maxConcurrentRequests),
                or(http2, other.http2),
                or(connectTimeout, other.connectTimeout),
                or(poolIdleTimeout, other.poolIdleTimeout),
                or(maxConnectionAge, other.maxConnectionAge),
                or(maxConnections, other.maxConnections),
                or(maxPendingRequests, other.maxPendingRequests),
                or(maxResponseSize, other.maxResponseSize));
    }

    /** Only where nothing is null: what {@link TrafficShapingSettings#of} gives. */
    public ConnectionLimits limits() {
        return new ConnectionLimits(
                given(http2),
                given(connectTimeout),
                given(poolIdleTimeout),
                given(maxConnectionAge),
                given(maxConnections),
                given(maxPendingRequests),
                (int) given(maxResponseSize).toBytes());
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T other) {
        return own == null ? other : own;
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
