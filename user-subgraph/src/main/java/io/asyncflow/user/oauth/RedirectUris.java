package io.asyncflow.user.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Where users may be sent back to: what a client has registered, to the letter (RFC 9700, section 4.1). */
final class RedirectUris {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");
    private static final int LONGEST = 500;

    private RedirectUris() {}

    /** The address if the client has registered it, a program on the user's machine with any port (RFC 8252, 7.3). */
    static Optional<URI> registered(Client client, String wanted) {
        return parse(wanted)
                .filter(uri -> client.redirectUris().contains(wanted)
                        || (isLoopback(uri)
                                && client.redirectUris().stream().anyMatch(known -> samePortAside(known, uri))));
    }

    /** Whether a client may register it: secure, on the user's own machine, or a scheme that the program alone answers. */
    static boolean acceptable(String text) {
        return parse(text)
                .filter(uri -> switch (uri.getScheme()) {
                    case "https" -> uri.getHost() != null;
                    case "http" -> isLoopback(uri) || "localhost".equals(uri.getHost());
                    default -> uri.getScheme().contains(".");
                })
                .isPresent();
    }

    private static Optional<URI> parse(String text) {
        try {
            var uri = new URI(text);
            boolean plain = uri.isAbsolute() && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return plain && text.length() <= LONGEST ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isLoopback(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    private static boolean samePortAside(String known, URI wanted) {
        return parse(known)
                .filter(RedirectUris::isLoopback)
                .map(RedirectUris::withoutPort)
                .filter(withoutPort(wanted)::equals)
                .isPresent();
    }

    private static String withoutPort(URI uri) {
        return uri.getHost() + '|' + uri.getRawPath() + '|' + uri.getRawQuery();
    }
}
