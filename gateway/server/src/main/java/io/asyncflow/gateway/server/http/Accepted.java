package io.asyncflow.gateway.server.http;

import org.jspecify.annotations.Nullable;

/**
 * In which form a client takes what may come of its request; null where it takes none.
 *
 * @param whole for one response
 * @param parts for an incremental answer
 * @param events for a subscription
 */
record Accepted(
        @Nullable Form whole,
        @Nullable Form parts,
        @Nullable Form events,
        boolean html) {

    /** A form of an answer. */
    enum Form {
        /** {@code application/graphql-response+json}: the status tells what became of the operation. */
        RESPONSE_JSON,
        /** {@code application/json}, as of old: well-formed requests get 200. */
        JSON,
        EVENT_STREAM,
        /** {@code multipart/mixed} with ids: what graphql-js 17 speaks. */
        MULTIPART,
        /** {@code multipart/mixed;deferSpec=20220824} with paths. */
        EARLIER_MULTIPART,
        /** {@code multipart/mixed;subscriptionSpec=1.0}. */
        MULTIPART_EVENTS
    }

    /** Whether one response can be sent as it is, not as a part or an event. */
    boolean json() {
        return whole == Form.JSON || whole == Form.RESPONSE_JSON;
    }

    boolean nothing() {
        return whole == null && parts == null && events == null;
    }
}
