package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.source.HttpText.Answer;
import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.server.source.Loaded.Unchanged;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Watches one address for one subscriber. */
final class UrlWatch implements Watch {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final String url;
    private final String origin;
    private final Map<String, String> headers;
    private final HttpText http;
    private final Pauses pauses;
    private @Nullable String etag;

    UrlWatch(String url, SourceSettings settings, HttpText http) {
        this.url = url;
        this.origin = HttpAddress.shown(url);
        this.headers = settings.headers();
        this.http = http;
        this.pauses = new Pauses(settings.pollInterval());
    }

    @Override
    public Mono<Loaded> look() {
        return http.get(url, conditional())
                .map(this::judge)
                .onErrorResume(e -> Mono.just(new Failed(origin + ": " + Reasons.of(e), origin)))
                .doOnNext(this::count);
    }

    @Override
    public Duration pause() {
        return pauses.next();
    }

    private Map<String, String> conditional() {
        var all = new LinkedHashMap<>(headers);
        if (etag != null) {
            all.put("if-none-match", etag);
        }
        return all;
    }

    private Loaded judge(Answer answer) {
        if (answer.status() == NOT_MODIFIED && etag != null) {
            return new Unchanged(origin);
        }
        if (answer.status() != OK) {
            throw new SourceException("it answers with status " + answer.status());
        }
        if (answer.text().isBlank()) {
            throw new SourceException("its answer is empty");
        }
        etag = answer.etag();
        return new Found(answer.text(), origin);
    }

    private void count(Loaded loaded) {
        if (loaded instanceof Failed) {
            pauses.failed();
        } else {
            pauses.succeeded();
        }
    }
}
