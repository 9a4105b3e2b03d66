package io.asyncflow.gateway.server.source;

import java.nio.file.Path;
import java.util.Optional;
import reactor.netty.http.client.HttpClient;

/** Finds the source that the settings ask for. */
public final class Sources {

    private Sources() {}

    /**
     * The source, or nothing where the settings name none.
     *
     * @param client what addresses and subgraphs are asked with
     */
    public static Optional<SupergraphSource> of(SourceSettings settings, HttpClient client) {
        if (settings.file() != null) {
            return Optional.of(new FileSource(Path.of(settings.file()), settings.maxSize()));
        }
        if (settings.url() != null) {
            return Optional.of(new UrlSource(settings.url(), settings, client));
        }
        return settings.subgraphs().isEmpty() ? Optional.empty() : Optional.of(new ComposedSource(settings, client));
    }
}
