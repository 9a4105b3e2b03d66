package io.asyncflow.support.events;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events get from here to there.
 *
 * @param bus what carries them
 * @param publishTimeout how long the bus may take to keep a batch
 * @param handlerTimeout how long a handler may take over an event or a batch
 * @param retry what becomes of an event that could not be handled
 * @param inboxRetention how long it is remembered that an event was received; longer than the bus may repeat it
 */
@Validated
@ConfigurationProperties("asyncflow.events")
public record EventsProperties(
        @NotNull @DefaultValue("redis") Kind bus,
        @NotNull @DefaultValue("10s") Duration publishTimeout,
        @NotNull @DefaultValue("30s") Duration handlerTimeout,
        @NotNull @Valid @DefaultValue Retry retry,
        @NotNull @DefaultValue("14d") Duration inboxRetention) {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    /** How long a whole transaction of a handler may take. */
    Duration transaction() {
        return handlerTimeout.plus(MARGIN);
    }

    /** How long a relay may take over a round. */
    Duration round() {
        return publishTimeout.plus(MARGIN);
    }

    /** After which pause PostgreSQL ends a transaction whose process hangs or is gone. */
    String idleTransaction() {
        return transaction().toMillis() + "ms";
    }

    /** The buses there are. */
    public enum Kind {
        REDIS,
        KAFKA
    }

    /**
     * How often and when.
     *
     * @param attempts after how many failures an event is dead, and waits for somebody to look at it
     * @param firstPause the pause after the first failure; each further one is four times as long
     * @param longestPause beyond which pauses do not grow
     */
    public record Retry(
            @Min(1) @Max(100) @DefaultValue("6") int attempts,
            @NotNull @DefaultValue("200ms") Duration firstPause,
            @NotNull @DefaultValue("1m") Duration longestPause) {

        Duration pauseAfter(int failures) {
            double pause = firstPause.toMillis() * Math.pow(4, failures - 1.0);
            return Duration.ofMillis((long) Math.min(pause, longestPause.toMillis()));
        }
    }
}
