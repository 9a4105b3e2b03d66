package io.asyncflow.gateway.server.graphiql;

import io.asyncflow.gateway.server.http.AcceptedEncodings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A file of the page, as it is and compressed: neither costs anything while it is sent. */
final class Asset {

    private static final Map<String, MediaType> TYPES = Map.of(
            "js", MediaType.parseMediaType("text/javascript;charset=utf-8"),
            "css", MediaType.parseMediaType("text/css;charset=utf-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final MediaType type;
    private final byte[] content;
    private final byte[] compressed;

    private Asset(MediaType type, byte[] content, byte[] compressed) {
        this.type = type;
        this.content = content;
        this.compressed = compressed;
    }

    static Asset of(String name, byte[] content) throws IOException {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("There is no media type for " + name);
        }
        return new Asset(type, content, compress(content));
    }

    Mono<ServerResponse> respond(ServerRequest request) {
        ServerResponse.BodyBuilder response = ServerResponse.ok()
                .contentType(type)
                .cacheControl(FOR_EVER)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .header("X-Content-Type-Options", "nosniff");
        if (AcceptedEncodings.of(request.headers().header(HttpHeaders.ACCEPT_ENCODING))
                .gzip()) {
            return response.header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(compressed);
        }
        return response.bodyValue(content);
    }

    private static byte[] compress(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream(content.length / 3);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
