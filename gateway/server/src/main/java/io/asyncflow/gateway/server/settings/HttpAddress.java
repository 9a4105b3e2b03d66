package io.asyncflow.gateway.server.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of HTTP servers as settings give them. Unlike {@code java.net.URI}, it takes hosts with underscores. */
public final class HttpAddress {

    /** How an error goes on behind the name of a setting that is none. */
    public static final String EXPECTED = " must be an address such as http://localhost:4001/graphql";

    private static final Pattern ADDRESS = Pattern.compile(
            "(https?://(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?(?:/[^\\s?#]*)?)(?:\\?[^\\s#]*)?");

    private HttpAddress() {}

    public static boolean is(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The address without its query, which can hold a secret. */
    public static String shown(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() ? matcher.group(1) : "an address";
    }
}
