package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.http.Accepted.Form;
import io.asyncflow.gateway.server.message.JsonObject;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.util.context.Context;

/**
 * The single connection mode of graphql-sse: a client reserves a stream with PUT, opens it with GET, sends operations
 * whose events come over it, and ends them with DELETE.
 */
final class SharedStreams {

    private static final String TOKEN_HEADER = "x-graphql-event-stream-token";
    private static final Framing FRAMING = new Framing.Shared();

    private final GraphQLService service;
    private final EventStreams streams;

    SharedStreams(GraphQLService service, EventStreams streams) {
        this.service = service;
        this.streams = streams;
    }

    static @Nullable String token(Exchange exchange) {
        String header = exchange.headers().get(TOKEN_HEADER);
        if (header != null) {
            return header;
        }
        String uri = exchange.request().uri();
        return uri.indexOf('?') < 0 ? null : UrlParameters.of(uri).get("token");
    }

    void reserve(Exchange exchange) {
        String token = streams.reserve(exchange.channel().eventLoop());
        exchange.answerHeaders().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        exchange.finish(HttpResponseStatus.CREATED, Unpooled.wrappedBuffer(token.getBytes(StandardCharsets.US_ASCII)));
    }

    void open(Exchange exchange, String token) {
        if (exchange.accepted().events() != Form.EVENT_STREAM) {
            throw Refusal.NEEDS_STREAM.exception();
        }
        exchange.stream(streams.open(token), FRAMING, true);
    }

    void end(Exchange exchange) {
        EventStream stream = streams.get(token(exchange));
        String id = UrlParameters.of(exchange.request().uri()).get("operationId");
        if (id == null) {
            throw Refusal.NO_OPERATION_ID.exception();
        }
        stream.end(id);
        exchange.finish(HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
    }

    void answer(Exchange exchange, String token, ClientRequest request, Caller caller) {
        EventStream stream = streams.get(token);
        String id = operationId(request.extensions());
        service.answer(request, caller).subscribe(new Begun(exchange, stream.begin(id)));
    }

    private static String operationId(@Nullable Json extensions) {
        Json id = extensions == null ? null : JsonValues.fields(extensions).get("operationId");
        if (id == null || !JsonObject.isString(id) || id.length() == 2) {
            throw Refusal.NO_OPERATION_ID.exception();
        }
        return JsonValues.text(id);
    }

    void close() {
        streams.closeAll();
    }

    /** Tells the client at once what is wrong with an operation, and the stream what comes of one that runs. */
    private static final class Begun extends BaseSubscriber<Outcome> {

        private final Exchange exchange;
        private final EventStream.Slot slot;
        private final AtomicBoolean answered = new AtomicBoolean();

        Begun(Exchange exchange, EventStream.Slot slot) {
            this.exchange = exchange;
            this.slot = slot;
        }

        @Override
        public Context currentContext() {
            return exchange.context();
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            exchange.waitFor(this);
            slot.prepare(this::endAtTheClientsWish);
            requestUnbounded();
        }

        private void endAtTheClientsWish() {
            if (answered.compareAndSet(false, true)) {
                dispose();
                exchange.finish(HttpResponseStatus.ACCEPTED, Unpooled.EMPTY_BUFFER);
            }
        }

        @Override
        protected void hookOnNext(Outcome outcome) {
            if (!answered.compareAndSet(false, true)) {
                return;
            }
            if (outcome instanceof Outcome.Single single && single.kind() != Outcome.Kind.EXECUTED) {
                slot.end();
                exchange.send(outcome);
                return;
            }
            slot.run(Pieces.json(outcome, Form.EVENT_STREAM), exchange.context());
            exchange.finish(HttpResponseStatus.ACCEPTED, Unpooled.EMPTY_BUFFER);
        }

        @Override
        protected void hookOnError(Throwable fault) {
            if (answered.compareAndSet(false, true)) {
                slot.end();
                exchange.fail(fault);
            }
        }

        /** Nobody waits for the outcome any more; of one that came, the stream goes on. */
        @Override
        protected void hookOnCancel() {
            if (answered.compareAndSet(false, true)) {
                slot.end();
            }
        }
    }
}
