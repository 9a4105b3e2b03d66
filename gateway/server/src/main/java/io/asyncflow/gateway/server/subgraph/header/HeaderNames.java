package io.asyncflow.gateway.server.subgraph.header;

import java.util.Set;

/** Headers that stand apart from the others; names are in lower case. */
public final class HeaderNames {

    private static final Set<String> OF_ONE_HOP = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Set<String> OF_ONE_REQUEST =
            Set.of("traceparent", "tracestate", "x-forwarded-for", "x-request-id");

    private HeaderNames() {}

    /** Whether it is about the connection or the message, which differ from one hop to the next: it is never passed on. */
    public static boolean isOfOneHop(String name) {
        return OF_ONE_HOP.contains(name) || name.startsWith("sec-websocket-");
    }

    /** Whether it differs from request to request, and says nothing of who asks for what. */
    public static boolean isOfOneRequest(String name) {
        return OF_ONE_REQUEST.contains(name);
    }
}
