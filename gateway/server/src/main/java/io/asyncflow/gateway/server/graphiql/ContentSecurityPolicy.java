package io.asyncflow.gateway.server.graphiql;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the page may load and do: its own files, and talk to where it came from. No script stands in the page, none is
 * made from text.
 *
 * @param nonce for style elements: the library behind GraphiQL's dialogs and menus makes one when they open, with
 *     sizes of the moment in it, so that no hash could name it
 */
record ContentSecurityPolicy(String nonce) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static ContentSecurityPolicy withNewNonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return new ContentSecurityPolicy(Base64.getUrlEncoder().encodeToString(bytes));
    }

    String header() {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self' 'nonce-" + nonce + "'",
                // GraphiQL's style sheet has its two fonts in itself.
                "font-src data:",
                "img-src 'self' data:",
                "connect-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }
}
