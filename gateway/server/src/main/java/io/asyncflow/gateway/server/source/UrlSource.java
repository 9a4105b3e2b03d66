package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.settings.HttpAddress;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

/** An address that is polled for the supergraph. */
public final class UrlSource implements SupergraphSource {

    private final String url;
    private final SourceSettings settings;
    private final HttpText http;

    public UrlSource(String url, SourceSettings settings, HttpClient client) {
        this.url = url;
        this.settings = settings;
        this.http = new HttpText(client, settings.timeout(), settings.maxSize());
    }

    @Override
    public Flux<Loaded> changes() {
        return Watch.changes(() -> new UrlWatch(url, settings, http), HttpAddress.shown(url));
    }
}
