package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;
import java.util.List;

/** What keeps pages of other sites from having a browser send operations in the name of its user. */
@Described("What keeps pages of other sites from having a browser send operations in the name of its user.")
public record CsrfSettings(
        @Described("Serve queries by GET wherever they come from. Form posts are never served, whatever stands here.")
        boolean unsafeDisabled,

        @Described(
                "Refuse every GET without one of required_headers, also where the browser says that no other site sent it.")
        boolean strict,

        @Described("Headers that only a request can carry which the browser has asked leave for.")
        List<String> requiredHeaders) {

    public static final CsrfSettings DEFAULT =
            new CsrfSettings(false, false, List.of("apollo-require-preflight", "x-apollo-operation-name"));

    public CsrfSettings {
        requiredHeaders = List.copyOf(requiredHeaders);
        if (requiredHeaders.isEmpty() && !unsafeDisabled) {
            throw new IllegalArgumentException("required_headers must name at least one header");
        }
    }
}
