package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.source.HttpText.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one live subgraph for its SDL, and keeps the last that it gave. */
final class SubgraphWatch {

    private static final String QUESTION = "{\"query\":\"{ _service { sdl } }\"}";
    private static final int OK = 200;

    private final String name;
    private final LiveSubgraph settings;
    private final HttpText http;
    private @Nullable Subgraph known;
    private @Nullable String failure;

    SubgraphWatch(String name, LiveSubgraph settings, HttpText http) {
        this.name = name;
        this.settings = settings;
        this.http = http;
    }

    /** Completes, whether there was an answer or not. */
    Mono<Void> look() {
        return http.post(settings.sdlUrl(), settings.schema().introspectionHeaders(), QUESTION)
                .doOnNext(this::learn)
                .then()
                .onErrorResume(e -> Mono.fromRunnable(() -> failure = Reasons.of(e)));
    }

    /** The subgraph as it last described itself. */
    Optional<Subgraph> known() {
        return Optional.ofNullable(known);
    }

    /** What went wrong at the last look. */
    Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(reason -> "subgraph " + name + " at " + HttpAddress.shown(settings.sdlUrl()) + ": " + reason);
    }

    private void learn(Answer answer) {
        known = new Subgraph(name, settings.routingUrl(), sdl(answer));
        failure = null;
    }

    private static String sdl(Answer answer) {
        if (answer.status() != OK) {
            throw new SourceException("it answers with status " + answer.status());
        }
        JsonNode root = json(answer.text());
        JsonNode sdl = root.path("data").path("_service").path("sdl");
        if (!sdl.isString() || sdl.asString().isBlank()) {
            throw new SourceException("it gives no SDL for { _service { sdl } }" + firstError(root));
        }
        return sdl.asString();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException _) {
            throw new SourceException("its answer is not JSON");
        }
    }

    private static String firstError(JsonNode root) {
        JsonNode message = root.path("errors").path(0).path("message");
        return message.isString() ? ", but the error: " + message.asString() : "";
    }
}
