package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which pages of other sites may use the graph from a browser. */
@Described("Which pages of other sites may use the graph from a browser. None, unless they are named here.")
public record CorsSettings(
        @Described("Let the pages of every site in; not together with allow_credentials.")
        boolean allowAnyOrigin,

        @Described("Origins that are let in, as https://shop.example.com: no path, no slash at the end.")
        List<String> origins,

        @Described("Regular expressions of origins that are let in; each has to match the whole origin.")
        List<String> matchOrigins,

        @Described("Let browsers send cookies and other credentials along.")
        boolean allowCredentials,

        @Described("Headers that requests may carry; empty: whichever the browser asks for.")
        List<String> allowHeaders,

        @Described("Headers of answers that pages may read, besides those that every page may.")
        List<String> exposeHeaders,

        @Described("For how long browsers may remember what they were allowed.")
        Duration maxAge) {

    public static final CorsSettings DEFAULT =
            new CorsSettings(false, List.of(), List.of(), false, List.of(), List.of(), Duration.ofHours(2));

    public CorsSettings {
        origins = List.copyOf(origins);
        matchOrigins = List.copyOf(matchOrigins);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
        if (allowAnyOrigin && allowCredentials) {
            throw new IllegalArgumentException(
                    "allow_any_origin cannot be combined with allow_credentials: any page could act for who is signed in");
        }
        origins.forEach(CorsSettings::checkOrigin);
        matchOrigins.forEach(CorsSettings::checkPattern);
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("max_age must not be negative");
        }
    }

    private static void checkOrigin(String origin) {
        if (!origin.matches("[a-z][a-z0-9+.-]*://[^/?#*\\s]+")) {
            throw new IllegalArgumentException(
                    "origins holds " + origin + ", which is no origin such as https://shop.example.com");
        }
    }

    private static void checkPattern(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "match_origins holds " + pattern + ", which is no regular expression", wrong);
        }
    }
}
