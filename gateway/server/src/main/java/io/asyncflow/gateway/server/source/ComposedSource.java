package io.asyncflow.gateway.server.source;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

/** Live subgraphs that are polled for their SDL, and composed here. */
public final class ComposedSource implements SupergraphSource {

    private final SourceSettings settings;
    private final HttpText http;
    private final String origin;

    public ComposedSource(SourceSettings settings, HttpClient client) {
        this.settings = settings;
        this.http = new HttpText(client, settings.timeout(), settings.maxSize());
        this.origin = "composition of " + String.join(", ", settings.subgraphs().keySet());
    }

    @Override
    public Flux<Loaded> changes() {
        return Watch.changes(
                () -> new SubgraphsWatch(subgraphs(), new Composing(origin), settings.pollInterval()), origin);
    }

    private List<SubgraphWatch> subgraphs() {
        return settings.subgraphs().entrySet().stream()
                .map(entry -> new SubgraphWatch(entry.getKey(), entry.getValue(), http))
                .toList();
    }
}
