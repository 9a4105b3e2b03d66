package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;

/** Answers in parts and subscriptions over HTTP. */
@Described("Answers in parts and subscriptions over HTTP.")
public record StreamSettings(
        @Described("After how long without an event something is sent that tells that the stream is alive.")
        Duration heartbeatInterval,

        @Described("How many events are kept for a client that reads more slowly than they come.")
        int queueCapacity,

        @Described("What becomes of a subscription whose queue is full.")
        SlowConsumer slowConsumer,

        @Described("How many event streams may be reserved or open at once; each serves many operations of one client.")
        int maxEventStreams,

        @Described("For how long a reserved event stream waits for the client to open it.")
        Duration reservationTimeout,

        @Described("How many operations may run on one event stream.")
        int maxOperationsPerEventStream) {

    public static final StreamSettings DEFAULT = new StreamSettings(
            Duration.ofSeconds(5), 128, SlowConsumer.DISCONNECT, 10_000, Duration.ofSeconds(30), 100);

    public StreamSettings {
        check("heartbeat_interval", heartbeatInterval);
        check("queue_capacity", queueCapacity);
        check("max_event_streams", maxEventStreams);
        check("reservation_timeout", reservationTimeout);
        check("max_operations_per_event_stream", maxOperationsPerEventStream);
    }

    private static void check(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }

    private static void check(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }
}
