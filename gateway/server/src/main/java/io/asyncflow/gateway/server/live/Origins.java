package io.asyncflow.gateway.server.live;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.function.Predicate;

/**
 * Which pages may open a socket. Browsers let any page open one to anywhere and send cookies along, but say which page
 * it is; who is not a browser says nothing and is admitted.
 */
record Origins(Predicate<String> foreign) {

    boolean admit(HttpHeaders handshake) {
        String origin = handshake.get(HttpHeaderNames.ORIGIN);
        return origin == null || own(origin, handshake.get(HttpHeaderNames.HOST, "")) || foreign.test(origin);
    }

    /** Schemes are not compared: behind a proxy that ends TLS ours is not the page's. */
    private static boolean own(String origin, String host) {
        int scheme = origin.indexOf("://");
        return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
    }
}
