package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.server.http.Accepted.Form;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/** The status that goes with a response (GraphQL over HTTP, "Status Codes"). */
final class Statuses {

    private Statuses() {}

    /** Clients that know only application/json take any status but 200 for a fault of something in between. */
    static HttpResponseStatus of(Outcome.Kind kind, Form form) {
        return switch (kind) {
            case EXECUTED -> HttpResponseStatus.OK;
            case REFUSED -> form == Form.JSON ? HttpResponseStatus.OK : HttpResponseStatus.BAD_REQUEST;
            // Not 400: for that some clients give up sending hashes for good.
            case UNKNOWN_DOCUMENT -> form == Form.JSON ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND;
            case READ_ONLY -> HttpResponseStatus.METHOD_NOT_ALLOWED;
            case UNACCEPTABLE -> HttpResponseStatus.NOT_ACCEPTABLE;
            case TIMED_OUT -> HttpResponseStatus.GATEWAY_TIMEOUT;
            case OVERLOADED -> HttpResponseStatus.SERVICE_UNAVAILABLE;
            case FAILED -> HttpResponseStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** Whether the status has to tell, in whichever form the answer is: the request itself was wrong for it. */
    static boolean counts(Outcome.Kind kind) {
        return kind == Outcome.Kind.READ_ONLY || kind == Outcome.Kind.UNACCEPTABLE;
    }

    /** What has to go with a response that carries no data. */
    static void explain(Outcome.Kind kind, HttpHeaders answer) {
        answer.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        if (kind == Outcome.Kind.READ_ONLY) {
            answer.set(HttpHeaderNames.ALLOW, "POST");
        } else if (kind == Outcome.Kind.OVERLOADED) {
            answer.set(HttpHeaderNames.RETRY_AFTER, "1");
        }
    }
}
