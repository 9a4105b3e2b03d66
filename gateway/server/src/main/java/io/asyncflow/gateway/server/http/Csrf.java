package io.asyncflow.gateway.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a GET may have been sent by a page of another site. A POST needs no look: its content type is
 * {@code application/json} or it is refused, and for that a browser asks leave first, which {@link Cors} gives or not.
 * <p>
 * A GET can change nothing, so what is at stake is what its duration gives away to a page that may not read the
 * answer. Browsers say where a request comes from ({@code Sec-Fetch-Site}, {@code Origin}); programs say neither, have
 * no user whom a page could trick, and are let in.
 */
final class Csrf {

    private final CsrfSettings settings;
    private final List<String> proofs;
    private final Cors cors;

    Csrf(CsrfSettings settings, Cors cors) {
        this.settings = settings;
        this.proofs = settings.requiredHeaders();
        this.cors = cors;
    }

    boolean mayRead(HttpHeaders headers) {
        if (settings.unsafeDisabled() || hasProof(headers)) {
            return true;
        }
        return !settings.strict() && !comesFromElsewhere(headers);
    }

    /** A header that a page cannot set without the browser asking leave first. */
    private boolean hasProof(HttpHeaders headers) {
        for (String proof : proofs) {
            String value = headers.get(proof);
            if (value != null && !value.isEmpty()) {
                return true;
            }
        }
        return ContentType.needsPreflight(headers.get(HttpHeaderNames.CONTENT_TYPE));
    }

    private boolean comesFromElsewhere(HttpHeaders headers) {
        @Nullable String origin = headers.get(HttpHeaderNames.ORIGIN);
        if (origin != null && cors.allows(origin)) {
            return false;
        }
        @Nullable String site = headers.get("sec-fetch-site");
        if (site == null) {
            return origin != null && !cors.isSameOrigin(origin, headers);
        }
        return !site.equals("same-origin") && !site.equals("none");
    }
}
