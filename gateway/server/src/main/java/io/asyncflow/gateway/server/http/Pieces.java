package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.http.Accepted.Form;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * An outcome as the pieces of JSON that a stream carries.
 *
 * @param lossless whether every piece counts, so that the source has to wait for the client
 */
record Pieces(Flux<Json> json, Framing framing, boolean lossless) {

    private static final Logger LOG = LoggerFactory.getLogger(Pieces.class);

    private static final Framing EVENT_STREAM = new Framing.Events();
    private static final Framing CURRENT = new Framing.Multipart("incrementalSpec=v0.2", false);
    private static final Framing EARLIER = new Framing.Multipart("deferSpec=20220824", false);
    private static final Framing EVENTS = new Framing.Multipart("subscriptionSpec=1.0", true);

    private static final Json BROKEN_PAYLOAD =
            Json.of("{\"payload\":null," + Refusal.FAULT.body().toString().substring(1));

    static Pieces of(Outcome outcome, Form form) {
        return new Pieces(json(outcome, form), framing(form), !(outcome instanceof Outcome.Events));
    }

    static Flux<Json> json(Outcome outcome, Form form) {
        return switch (outcome) {
            case Outcome.Single single -> Flux.just(payload(single.response(), form));
            case Outcome.Incremental incremental -> parts(incremental, form);
            case Outcome.Events events -> events(events, form);
        };
    }

    /** In which form this outcome may be streamed, or null. */
    static @Nullable Form form(Outcome outcome, Accepted accepted) {
        return switch (outcome) {
            case Outcome.Single _ -> accepted.whole();
            case Outcome.Incremental _ -> accepted.parts();
            case Outcome.Events _ -> accepted.events();
        };
    }

    private static Flux<Json> parts(Outcome.Incremental incremental, Form form) {
        Increments format = form == Form.EARLIER_MULTIPART ? new Increments.Earlier() : Increments.current();
        return incremental.parts().map(format::part).onErrorResume(fault -> {
            LOG.error("An answer broke off", fault);
            return Flux.just(format.failure());
        });
    }

    private static Flux<Json> events(Outcome.Events events, Form form) {
        return events.responses().map(response -> payload(response, form)).onErrorResume(fault -> {
            LOG.error("A subscription broke off", fault);
            return Flux.just(form == Form.MULTIPART_EVENTS ? BROKEN_PAYLOAD : Refusal.FAULT.body());
        });
    }

    private static Json payload(Json response, Form form) {
        return form == Form.MULTIPART_EVENTS
                ? new Bytes(response.length() + 16)
                        .add("{\"payload\":")
                        .add(response)
                        .add("}")
                        .toJson()
                : response;
    }

    private static Framing framing(Form form) {
        return switch (form) {
            case RESPONSE_JSON, JSON, EVENT_STREAM -> EVENT_STREAM;
            case MULTIPART -> CURRENT;
            case EARLIER_MULTIPART -> EARLIER;
            case MULTIPART_EVENTS -> EVENTS;
        };
    }
}
