package io.asyncflow.gateway.server.graphiql;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves GraphiQL at {@code /graphiql}. Its files are read when somebody first opens it. */
public final class Graphiql {

    static final String PATH = "/graphiql";

    private final GraphiqlSettings settings;
    private final String endpoint;
    private final Mono<Assets> assets = Mono.fromCallable(Assets::load)
            .subscribeOn(Schedulers.boundedElastic())
            .cache();

    private Graphiql(GraphiqlSettings settings, String endpoint) {
        this.settings = settings;
        this.endpoint = endpoint;
    }

    /**
     * The routes for all below {@code /graphiql}; where it is off, they find nothing.
     *
     * @param endpoint the path that answers operations, over HTTP and over WebSocket
     */
    public static RouterFunction<ServerResponse> routes(GraphiqlSettings settings, String endpoint) {
        if (!settings.enabled()) {
            return RouterFunctions.route(path(PATH).or(path(PATH + "/**")), _ -> missing());
        }
        var graphiql = new Graphiql(settings, endpoint);
        return RouterFunctions.route()
                .route(read(PATH), _ -> graphiql.page())
                .route(read(PATH + "/"), _ -> found(PATH))
                .route(read(PATH + "/{version}/{name}"), graphiql::asset)
                .route(read(PATH + "/**"), _ -> missing())
                .build();
    }

    private static RequestPredicate read(String path) {
        return methods(GET, HEAD).and(path(path));
    }

    private Mono<ServerResponse> page() {
        return assets.map(files -> new Page(files.version(), endpoint, settings.tabs()))
                .flatMap(Page::respond);
    }

    private Mono<ServerResponse> asset(ServerRequest request) {
        return assets.mapNotNull(files -> files.find(request.pathVariable("version"), request.pathVariable("name")))
                .flatMap(asset -> asset.respond(request))
                .switchIfEmpty(Mono.defer(Graphiql::missing));
    }

    private static Mono<ServerResponse> found(String path) {
        return ServerResponse.permanentRedirect(URI.create(path)).build();
    }

    private static Mono<ServerResponse> missing() {
        return ServerResponse.status(404)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("There is nothing here.");
    }
}
