package io.asyncflow.gateway.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells browsers which pages of other sites may use the graph (the CORS protocol of the Fetch standard). */
final class Cors {

    private static final AsciiString TRUE = AsciiString.cached("true");
    private static final AsciiString ANY = AsciiString.cached("*");
    private static final String REQUEST_ID = "X-Request-Id";

    /** A host name has 253 characters at most; patterns should not have to work on more. */
    private static final int LONGEST_ORIGIN = 300;

    private final CorsSettings settings;
    private final Set<String> origins;
    private final List<Pattern> patterns;
    private final String exposed;
    private final AsciiString vary;

    Cors(CorsSettings settings) {
        this.settings = settings;
        this.origins = Set.copyOf(settings.origins());
        this.patterns = settings.matchOrigins().stream().map(Pattern::compile).toList();
        this.exposed = settings.exposeHeaders().isEmpty()
                ? REQUEST_ID
                : REQUEST_ID + ", " + String.join(", ", settings.exposeHeaders());
        this.vary = AsciiString.cached(
                !settings.allowAnyOrigin() && origins.isEmpty() && patterns.isEmpty()
                        ? "Accept, Accept-Encoding"
                        : "Accept, Accept-Encoding, Origin");
    }

    /** What caches have to tell apart. */
    AsciiString vary() {
        return vary;
    }

    boolean allows(String origin) {
        if (origin.length() > LONGEST_ORIGIN) {
            return false;
        }
        if (settings.allowAnyOrigin() || origins.contains(origin)) {
            return true;
        }
        for (Pattern pattern : patterns) {
            if (pattern.matcher(origin).matches()) {
                return true;
            }
        }
        return false;
    }

    boolean isSameOrigin(String origin, HttpHeaders headers) {
        @Nullable String host = headers.get(HttpHeaderNames.HOST);
        return host != null
                && (origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host));
    }

    /** Names the page's origin only where it is known: what is not named, the browser keeps from the page. */
    void mark(@Nullable String origin, HttpHeaders answer) {
        if (origin == null || !allows(origin)) {
            return;
        }
        if (settings.allowAnyOrigin()) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        } else {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if (settings.allowCredentials()) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, TRUE);
        }
        answer.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    }

    /** Answers the browser that asks leave. */
    void answerPreflight(HttpHeaders request, String methods, HttpHeaders answer) {
        @Nullable String origin = request.get(HttpHeaderNames.ORIGIN);
        answer.add(HttpHeaderNames.VARY, "Access-Control-Request-Headers");
        if (origin == null || !allows(origin)) {
            return;
        }
        answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods);
        @Nullable String asked = request.get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        if (!settings.allowHeaders().isEmpty()) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", settings.allowHeaders()));
        } else if (asked != null) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, asked);
        }
        answer.set(
                HttpHeaderNames.ACCESS_CONTROL_MAX_AGE,
                Long.toString(settings.maxAge().toSeconds()));
    }
}
