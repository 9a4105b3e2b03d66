package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.SubgraphException;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a subgraph's subscriptions, in words for clients; the same kinds have the same codes as for queries. */
record Faults(String subgraph) {

    /** Close codes after which the same would happen again: of RFC 6455, and of the protocol. */
    private static final Set<Integer> FINAL =
            Set.of(1002, 1003, 1007, 1008, 1009, 1010, 4004, 4005, 4400, 4401, 4403, 4406, 4409, 4429, 4500);

    ConnectionLost unreachable() {
        return new ConnectionLost("SUBGRAPH_UNREACHABLE", it("could not be reached"));
    }

    ConnectionLost late() {
        return new ConnectionLost("SUBGRAPH_TIMEOUT", it("did not accept the subscription in time"));
    }

    ConnectionLost lost() {
        return new ConnectionLost("SUBGRAPH_SUBSCRIPTION_LOST", it("broke off the subscription"));
    }

    SubgraphException stopping() {
        return new SubgraphException("SUBGRAPH_UNREACHABLE", it("was left, because the gateway is stopping"));
    }

    SubgraphException invalid() {
        return new SubgraphException("SUBGRAPH_RESPONSE_INVALID", it("sent something that cannot be read"));
    }

    SubgraphException tooLarge() {
        return new SubgraphException("SUBGRAPH_RESPONSE_TOO_LARGE", it("sent more at once than may be read"));
    }

    SubgraphException tooFast() {
        return new SubgraphException("SLOW_CONSUMER", it("sent events faster than they could be worked on"));
    }

    SubgraphException tooMany() {
        return new SubgraphException("TOO_MANY_SUBSCRIPTIONS", "Too many subscriptions are open");
    }

    /** The answer to a request for a connection. */
    RuntimeException status(HttpResponseStatus status) {
        String message = it("answered with HTTP status " + status.code());
        boolean passing = status.code() >= 500
                || status.equals(HttpResponseStatus.TOO_MANY_REQUESTS)
                || status.equals(HttpResponseStatus.REQUEST_TIMEOUT);
        return passing
                ? new ConnectionLost("SUBGRAPH_HTTP_ERROR", message)
                : new SubgraphException("SUBGRAPH_HTTP_ERROR", message);
    }

    /** A WebSocket's end that was the subgraph's wish. */
    RuntimeException closed(WebSocketCloseStatus status, boolean established) {
        if (FINAL.contains(status.code())) {
            return refused("closed the connection with " + status.code());
        }
        return established ? lost() : unreachable();
    }

    /** What ended a connection otherwise. */
    RuntimeException broken(Throwable cause, boolean established) {
        return switch (cause) {
            case ConnectionLost known -> known;
            case SubgraphException known -> known;
            case WebSocketClientHandshakeException handshake -> handshake(handshake.response());
            case CorruptedWebSocketFrameException frame ->
                frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG) ? tooLarge() : invalid();
            case TooLongFrameException _ -> tooLarge();
            case CorruptedFrameException _ -> invalid();
            default -> established ? lost() : unreachable();
        };
    }

    private RuntimeException handshake(@Nullable HttpResponse response) {
        if (response == null) {
            return unreachable();
        }
        return response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)
                ? refused("does not speak graphql-transport-ws")
                : status(response.status());
    }

    private SubgraphException refused(String how) {
        return new SubgraphException("SUBGRAPH_SUBSCRIPTION_REFUSED", it(how));
    }

    private String it(String phrase) {
        return "The subgraph " + subgraph + " " + phrase;
    }
}
