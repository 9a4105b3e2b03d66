package io.asyncflow.catalog.picture.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.HEAD;

import io.asyncflow.catalog.picture.Drawing;
import io.asyncflow.catalog.picture.Drawings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /images/{handle}.svg}. */
@Configuration(proxyBeanMethods = false)
class DrawingRoutes {

    // The pattern is the guard: what else a path may hold never gets further than "not found".
    private static final String PATH = "/images/{handle:[a-z0-9-]{1,200}}.svg";
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml;charset=UTF-8");
    private static final Duration FRESH = Duration.ofDays(1);

    @Bean
    RouterFunction<ServerResponse> drawingRoute(Drawings drawings) {
        return RouterFunctions.route(
                GET(PATH).or(HEAD(PATH)),
                request -> drawings.find(request.pathVariable("handle"))
                        .flatMap(drawing -> answer(request, drawing))
                        .switchIfEmpty(ServerResponse.notFound().build()));
    }

    private static Mono<ServerResponse> answer(ServerRequest request, Drawing drawing) {
        String svg = drawing.svg();
        String tag = '"' + digest(svg) + '"';
        return request.checkNotModified(tag)
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(SVG)
                        .eTag(tag)
                        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                        // Opened on its own, an SVG is a document: this one may run and load nothing.
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header("X-Content-Type-Options", "nosniff")
                        .bodyValue(svg)));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
