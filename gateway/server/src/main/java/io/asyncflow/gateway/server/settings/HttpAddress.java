package io.asyncflow.gateway.server.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of an HTTP server, as settings and supergraphs give it. Unlike {@code java.net.URI}, it takes hosts with
 * underscores.
 *
 * @param authority host and port as they are written
 * @param host an IPv6 address without its brackets
 * @param path at least a slash
 * @param query with its question mark, or nothing
 */
public record HttpAddress(boolean secure, String authority, String host, int port, String path, String query) {

    /** How an error goes on behind the name of a setting that is none. */
    public static final String EXPECTED = " must be an address such as http://localhost:4001/graphql";

    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern ADDRESS = Pattern.compile("(?i:http(?<secure>s)?)://"
            + "(?<authority>(?:(?<host>[A-Za-z0-9._-]+)|\\[(?<ipv6>[0-9a-fA-F:.]+)])(?::(?<port>\\d{1,5}))?)"
            + "(?<path>/[^\\s\\p{Cntrl}?#]*)?(?<query>\\?[^\\s\\p{Cntrl}#]*)?");

    /** Reads an absolute http or https URL; an {@link IllegalArgumentException} where it is none. */
    public static HttpAddress of(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an http or https URL with a host");
        }
        boolean secure = matcher.group("secure") != null;
        return new HttpAddress(
                secure,
                matcher.group("authority"),
                or(matcher.group("host"), matcher.group("ipv6")),
                port(matcher.group("port"), secure),
                or(matcher.group("path"), "/"),
                or(matcher.group("query"), ""));
    }

    public static boolean is(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** The address without its query, which can hold a secret. */
    public static String shown(String address) {
        return is(address) ? address.replaceFirst("\\?.*", "") : "an address";
    }

    private static int port(@Nullable String text, boolean secure) {
        if (text == null) {
            return secure ? 443 : 80;
        }
        int port = Integer.parseInt(text);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("no port: " + text);
        }
        return port;
    }

    private static String or(@Nullable String found, String other) {
        return found == null ? other : found;
    }
}
