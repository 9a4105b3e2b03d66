package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.util.AsciiString;
import java.net.URI;
import java.util.Locale;

/**
 * Where a subgraph is reached.
 *
 * @param authority host and port as the subgraph is told them
 * @param path with the query
 */
public record Origin(boolean secure, String host, int port, AsciiString authority, String path) {

    /** Reads an absolute http or https URL; an {@link IllegalArgumentException} where it is none. */
    public static Origin of(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("not an http or https URL with a host");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() == -1 ? standardPort(secure) : uri.getPort();
        String authority = uri.getPort() == -1 ? host : host + ":" + port;
        return new Origin(secure, withoutBrackets(host), port, AsciiString.of(authority), path(uri));
    }

    private static int standardPort(boolean secure) {
        return secure ? 443 : 80;
    }

    /** IPv6 addresses stand in brackets in URLs, and nowhere else. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
