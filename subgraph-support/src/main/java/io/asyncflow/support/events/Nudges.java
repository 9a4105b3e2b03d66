package io.asyncflow.support.events;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Tells when an outbox may have something new: at once over a connection of its own, and in any case now and then. */
final class Nudges {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Nudges.class);

    private final ConnectionFactory connections;
    private final Trouble trouble = new Trouble(LOG, "Events are noticed a second late");

    Nudges(ConnectionFactory connections) {
        this.connections = unpooled(connections);
    }

    Flux<Object> all() {
        return Flux.merge(
                notifications(), Flux.interval(Duration.ZERO, NOW_AND_THEN).onBackpressureDrop());
    }

    private Flux<Object> notifications() {
        return Flux.usingWhen(
                        Mono.from(connections.create()).map(PostgresqlConnection.class::cast),
                        this::listen,
                        Connection::close)
                .onBackpressureLatest()
                .doOnError(trouble::is)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(5))
                        .transientErrors(true));
    }

    private Flux<Object> listen(PostgresqlConnection connection) {
        return connection
                .createStatement("listen outbox")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated, 1)
                .doOnComplete(trouble::over)
                .thenMany(connection.getNotifications().cast(Object.class));
    }

    /** A connection that listens never comes back to a pool. */
    private static ConnectionFactory unpooled(ConnectionFactory factory) {
        return factory instanceof Wrapped<?> wrapper && wrapper.unwrap() instanceof ConnectionFactory inner
                ? unpooled(inner)
                : factory;
    }
}
