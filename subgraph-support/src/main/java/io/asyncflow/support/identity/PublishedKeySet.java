package io.asyncflow.support.identity;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keys that the issuer publishes. Known keys keep serving while the issuer is away, for longer than any token lives: only
 * a token signed with a key that nobody here has seen yet needs it.
 */
final class PublishedKeySet implements KeySet {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeySet.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);
    private static final Duration PATIENCE_WITH_KNOWN_KEYS = Duration.ofMillis(100);

    private record Fetched(JWKSet keys, Instant at) {}

    private final WebClient http;
    private final URI location;
    private final Clock clock;
    private final Duration refreshAfter;
    private final Duration keepFor;
    private final AtomicReference<@Nullable Fetched> known = new AtomicReference<>();
    private final Mono<JWKSet> fetched;

    PublishedKeySet(WebClient http, URI location, Clock clock, Duration refreshAfter, Duration keepFor) {
        this.http = http;
        this.location = location;
        this.clock = clock;
        this.refreshAfter = refreshAfter;
        this.keepFor = keepFor;
        // One call at a time, whose outcome, good or bad, stands for a while: a storm of tokens is one call.
        this.fetched =
                Mono.defer(this::fetch).cache(_ -> SHORTEST_INTERVAL, _ -> SHORTEST_INTERVAL, () -> SHORTEST_INTERVAL);
    }

    @Override
    public Mono<JWKSet> current() {
        return Mono.defer(() -> {
            Fetched last = usable();
            if (last == null) {
                return fetched;
            }
            // The call goes on behind a request that has stopped waiting for it.
            return last.at().plus(refreshAfter).isAfter(clock.instant())
                    ? Mono.just(last.keys())
                    : refreshed().timeout(PATIENCE_WITH_KNOWN_KEYS, Mono.just(last.keys()));
        });
    }

    @Override
    public Mono<JWKSet> refreshed() {
        return fetched.onErrorResume(failure -> {
            Fetched last = usable();
            return last == null ? Mono.error(failure) : Mono.just(last.keys());
        });
    }

    private @Nullable Fetched usable() {
        Fetched last = known.get();
        return last != null && last.at().plus(keepFor).isAfter(clock.instant()) ? last : null;
    }

    private Mono<JWKSet> fetch() {
        return http.get()
                .uri(location)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(TIMEOUT)
                .retryWhen(Retry.backoff(2, Duration.ofMillis(100)).jitter(0.5))
                .map(json -> remembered(parsed(json)))
                .doOnError(failure -> LOG.warn(
                        "No keys from {}: {}",
                        location,
                        NestedExceptionUtils.getMostSpecificCause(failure).toString()))
                .onErrorMap(failure -> new ResponseStatusException(
                        HttpStatus.SERVICE_UNAVAILABLE, "No keys to check access tokens with", failure));
    }

    private JWKSet remembered(JWKSet keys) {
        known.set(new Fetched(keys, clock.instant()));
        return keys;
    }

    private static JWKSet parsed(String json) {
        try {
            return JWKSet.parse(json);
        } catch (ParseException malformed) {
            throw new IllegalStateException("The issuer's key set is malformed", malformed);
        }
    }
}
