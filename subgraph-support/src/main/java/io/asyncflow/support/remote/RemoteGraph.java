package io.asyncflow.support.remote;

import io.asyncflow.service.RequestContext;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Queries (never mutations: they are repeated) to another service's graph. Each attempt is timed; failures are repeated
 * twice with backoff; a circuit breaker stops asking a service that keeps failing.
 */
public final class RemoteGraph {

    private static final int REPEATS = 2;

    private final WebClient http;
    private final RemoteProperties properties;
    private final CircuitBreaker breaker;

    public RemoteGraph(String name, RemoteProperties properties, WebClient.Builder http, MeterRegistry metrics) {
        this(properties, http, breaker(name, metrics));
    }

    RemoteGraph(RemoteProperties properties, WebClient.Builder http, CircuitBreaker breaker) {
        this.properties = properties;
        this.breaker = breaker;
        this.http = http.clone()
                .codecs(codecs -> codecs.defaultCodecs()
                        .maxInMemorySize(
                                Math.toIntExact(properties.maxResponse().toBytes())))
                .build();
    }

    /** Opens when half of the last ten attempts failed; two trial calls close it again. */
    static CircuitBreaker breaker(String name, MeterRegistry metrics) {
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(2)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
        CircuitBreaker breaker = breakers.circuitBreaker(name);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(metrics);
        return breaker;
    }

    /** The answer's {@code data}. Whatever goes wrong on the way is a {@link RemoteGraphException}. */
    public Mono<JsonNode> query(String document, Map<String, ?> variables) {
        return attempt(document, variables)
                .timeout(properties.timeout())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .retryWhen(Retry.backoff(REPEATS, Duration.ofMillis(100))
                        .jitter(0.5)
                        .filter(RemoteGraph::worthRepeating)
                        .onRetryExhaustedThrow((_, last) -> last.failure()))
                .onErrorMap(
                        failure -> !(failure instanceof RemoteGraphException),
                        failure -> new RemoteGraphException(breaker.getName() + " did not answer", failure));
    }

    /** All nodes of the connection in the answer's root field, page after page. The document takes {@code $after}. */
    public Flux<JsonNode> nodes(String document, Map<String, ?> variables, String field) {
        return pages(document, variables, field).concatMapIterable(page -> page);
    }

    /** The {@code nodes} of each page of that connection; one page is fetched ahead of its reader. */
    public Flux<JsonNode> pages(String document, Map<String, ?> variables, String field) {
        return page(document, variables, field, null)
                .expand(page -> page.next() == null ? Mono.empty() : page(document, variables, field, page.next()))
                .map(Page::nodes);
    }

    private record Page(JsonNode nodes, @Nullable String next) {}

    private Mono<JsonNode> attempt(String document, Map<String, ?> variables) {
        return Mono.deferContextual(context -> http.post()
                        .uri(properties.url())
                        .contentType(MediaType.APPLICATION_JSON)
                        .headers(headers -> RequestContext.from(context).ifPresent(request -> {
                            headers.set(RequestContext.REQUEST_ID_HEADER, request.requestId());
                            headers.set(RequestContext.TRACE_HEADER, request.traceparent());
                        }))
                        .bodyValue(Map.of("query", document, "variables", variables))
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .switchIfEmpty(Mono.error(() -> unusable("an empty answer")))
                .map(this::data);
    }

    private Mono<Page> page(String document, Map<String, ?> variables, String field, @Nullable String after) {
        var withCursor = new HashMap<String, @Nullable Object>(variables);
        withCursor.put("after", after);
        return query(document, withCursor).map(data -> page(field, data.path(field), after));
    }

    /** What does not look like a page must not pass for the last one: its reader would believe that the rest is gone. */
    private Page page(String field, JsonNode connection, @Nullable String after) {
        JsonNode nodes = connection.path("nodes");
        JsonNode more = connection.path("pageInfo").path("hasNextPage");
        if (!nodes.isArray() || !more.isBoolean()) {
            throw unusable("no list of nodes in " + field);
        }
        if (!more.booleanValue()) {
            return new Page(nodes, null);
        }
        String next = connection.path("pageInfo").path("endCursor").asString("");
        // A list that leads back to the same place would be read for ever.
        if (next.isEmpty() || next.equals(after)) {
            throw unusable("a list that goes on, but not its cursor");
        }
        return new Page(nodes, next);
    }

    private JsonNode data(JsonNode answer) {
        JsonNode errors = answer.path("errors");
        if (!errors.isEmpty()) {
            throw unusable("an error: " + errors.path(0).path("message").asString("(no message)"));
        }
        if (!answer.path("data").isObject()) {
            throw unusable("no data");
        }
        return answer.path("data");
    }

    private RemoteGraphException unusable(String answer) {
        return new RemoteGraphException(breaker.getName() + " answered with " + answer);
    }

    /** An open breaker stays open for a while, and a request that was refused once is refused again. */
    private static boolean worthRepeating(Throwable failure) {
        return !(failure instanceof CallNotPermittedException)
                && !(failure instanceof WebClientResponseException answer
                        && answer.getStatusCode().is4xxClientError());
    }
}
