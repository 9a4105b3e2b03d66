package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.source.Loaded;
import io.asyncflow.gateway.server.source.SupergraphSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;

/** The graph that this system is built from: it is served where no other is named. */
final class PackagedGraph {

    private static final String RESOURCE = "/schema/supergraph.graphql";

    private PackagedGraph() {}

    static SupergraphSource source() {
        return () -> Flux.just(new Loaded.Found(text(), "the packaged schema"));
    }

    /** Where its subgraphs are: the properties {@code asyncflow.gateway.subgraphs.<name>}. */
    static Map<String, String> urls(Environment environment) {
        return Stream.of("catalog", "order", "user", "ai")
                .collect(Collectors.toMap(
                        name -> name, name -> environment.getRequiredProperty("asyncflow.gateway.subgraphs." + name)));
    }

    private static String text() {
        try (InputStream in = PackagedGraph.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
