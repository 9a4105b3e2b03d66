package io.asyncflow.gateway.server.source;

import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import reactor.netty.http.client.PrematureCloseException;

/** Why looking at a source failed, in words for operators. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case SourceException known -> String.valueOf(known.getMessage());
            case UnknownHostException _ -> "its host is unknown";
            case ConnectException _ -> "nothing answers there: the connection was refused or took too long";
            case PrematureCloseException _ -> "the connection was closed before all of the answer had come";
            case SSLException tls -> "TLS failed: " + tls.getMessage();
            default -> failure.toString();
        };
    }
}
