package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.http.Accepted.Form;
import io.asyncflow.service.RequestContext;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.util.context.Context;

/**
 * One request and its answer. Written by hand instead of put together of operators, because every request of every
 * client passes here. Cancelling it, as Reactor Netty does when the client goes, cancels whatever it waits for.
 */
final class Exchange extends Mono<Void> implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    @SuppressWarnings("NullAway") // newUpdater cannot say that the field may be null
    private static final AtomicReferenceFieldUpdater<Exchange, @Nullable Subscription> UPSTREAM =
            AtomicReferenceFieldUpdater.newUpdater(Exchange.class, Subscription.class, "upstream");

    private static final AsciiString JSON = AsciiString.cached("application/json; charset=utf-8");
    private static final AsciiString RESPONSE_JSON =
            AsciiString.cached("application/graphql-response+json; charset=utf-8");
    private static final AsciiString GZIP = AsciiString.cached("gzip");
    private static final AsciiString NO_STORE = AsciiString.cached("no-store");
    private static final AsciiString NO_CACHE = AsciiString.cached("no-cache");
    private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");

    private final GraphQLEndpoint endpoint;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final HttpHeaders headers;
    private final Accepted accepted;
    private final String requestId;
    private Context context;

    @SuppressWarnings("unused") // only the updater touches it
    private volatile @Nullable Subscription upstream;

    @SuppressWarnings("NullAway.Init") // set by subscribe, before anything else happens
    private CoreSubscriber<? super Void> actual;

    Exchange(GraphQLEndpoint endpoint, HttpServerRequest request, HttpServerResponse response, Accepted accepted) {
        this.endpoint = endpoint;
        this.request = request;
        this.response = response;
        this.headers = request.requestHeaders();
        this.accepted = accepted;
        RequestContext id = RequestContext.of(
                endpoint.serviceName(), headers.get(REQUEST_ID), headers.get(RequestContext.TRACE_HEADER));
        this.requestId = id.requestId();
        this.context = id.writeTo(Context.empty());
        HttpHeaders answer = response.responseHeaders();
        answer.set(REQUEST_ID, requestId);
        answer.set(HttpHeaderNames.VARY, endpoint.cors().vary());
        endpoint.cors().mark(headers.get(HttpHeaderNames.ORIGIN), answer);
    }

    HttpServerRequest request() {
        return request;
    }

    HttpHeaders headers() {
        return headers;
    }

    HttpHeaders answerHeaders() {
        return response.responseHeaders();
    }

    Accepted accepted() {
        return accepted;
    }

    Context context() {
        return context;
    }

    Channel channel() {
        return ((ChannelOperations<?, ?>) request).channel();
    }

    @Override
    public void subscribe(CoreSubscriber<? super Void> server) {
        actual = server;
        context = context.putAll(server.currentContext().readOnly());
        server.onSubscribe(this);
        attempt(() -> endpoint.begin(this));
    }

    /** Nothing that goes wrong on the way to an answer leaves the client without one. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (Refused refused) {
            refuse(refused.refusal());
        } catch (RuntimeException fault) {
            fail(fault);
        }
    }

    void fail(Throwable fault) {
        LOG.error("Request {} could not be answered", requestId, fault);
        refuse(Refusal.FAULT);
    }

    /** Reactor Netty wants no items, and has asked for as many as there are. */
    @Override
    public void request(long n) {
        // Nothing is ever emitted.
    }

    @Override
    public void cancel() {
        Operators.terminate(UPSTREAM, this);
    }

    void waitFor(Subscription subscription) {
        Operators.replace(UPSTREAM, this, subscription);
    }

    void readBody() {
        var reader = new BodyReader(this, endpoint.maxRequestBytes());
        if (request.version().majorVersion() > 1) {
            endpoint.limitReading(reader, this);
        }
        request.receiveObject().subscribe(reader);
    }

    void received(byte[] body, int length) {
        attempt(() -> endpoint.received(this, body, length));
    }

    /** The client has gone in the middle of its request. */
    void abandon() {
        var _ = channel().close();
    }

    void answer(Mono<Outcome> outcome) {
        outcome.subscribe(new Answer(this));
    }

    /** Sends what has come of the operation, in the form that the client takes. */
    void send(Outcome outcome) {
        Form form = Pieces.form(outcome, accepted);
        if (form == null) {
            refuse(outcome instanceof Outcome.Events ? Refusal.NEEDS_STREAM : Refusal.NEEDS_MULTIPART);
        } else if (outcome instanceof Outcome.Single single && isWhole(form, single)) {
            send(single, form);
        } else {
            Pieces pieces = Pieces.of(outcome, form);
            boolean endless = outcome instanceof Outcome.Events;
            stream(
                    endless ? pieces.json().takeUntilOther(endpoint.shutdown()) : pieces.json(),
                    pieces.framing(),
                    pieces.lossless());
        }
    }

    private static boolean isWhole(Form form, Outcome.Single single) {
        return form == Form.RESPONSE_JSON || form == Form.JSON || Statuses.counts(single.kind());
    }

    private void send(Outcome.Single single, Form form) {
        if (single.kind() != Outcome.Kind.EXECUTED) {
            Statuses.explain(single.kind(), answerHeaders());
        }
        send(Statuses.of(single.kind(), form), form == Form.RESPONSE_JSON ? RESPONSE_JSON : JSON, single.response());
    }

    /** Sends several responses as one. */
    void sendBatch(Json responses) {
        send(HttpResponseStatus.OK, accepted.whole() == Form.RESPONSE_JSON ? RESPONSE_JSON : JSON, responses);
    }

    void refuse(Refusal refusal) {
        HttpHeaders answer = answerHeaders();
        answer.set(HttpHeaderNames.CACHE_CONTROL, NO_STORE);
        if (refusal == Refusal.METHOD) {
            answer.set(HttpHeaderNames.ALLOW, GraphQLEndpoint.METHODS);
        } else if (refusal == Refusal.ENCODING) {
            answer.set(HttpHeaderNames.ACCEPT_ENCODING, "gzip, deflate");
        }
        send(refusal.status(), accepted.whole() == Form.RESPONSE_JSON ? RESPONSE_JSON : JSON, refusal.body());
    }

    void send(HttpResponseStatus status, AsciiString contentType, Json json) {
        HttpHeaders answer = answerHeaders();
        answer.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        CompressionSettings compression = endpoint.compression();
        if (json.length() >= compression.minimumSize().toBytes() && takesGzip()) {
            answer.set(HttpHeaderNames.CONTENT_ENCODING, GZIP);
            finish(
                    status,
                    Unpooled.wrappedBuffer(Gzip.whole(json.bytes(), json.from(), json.length(), compression.level())));
        } else {
            finish(status, Unpooled.wrappedBuffer(json.bytes(), json.from(), json.length()));
        }
    }

    private boolean takesGzip() {
        return endpoint.compression().enabled()
                && headers.contains(HttpHeaderNames.ACCEPT_ENCODING)
                && AcceptedEncodings.of(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING))
                        .gzip();
    }

    void finish(HttpResponseStatus status, ByteBuf body) {
        response.status(status);
        sent(response.sendObject(body));
    }

    /** Sends pieces as they come. */
    void stream(Flux<Json> pieces, Framing framing, boolean lossless) {
        HttpHeaders answer = answerHeaders();
        answer.set(HttpHeaderNames.CONTENT_TYPE, framing.contentType());
        answer.set(HttpHeaderNames.CACHE_CONTROL, NO_CACHE);
        // Proxies that gather answers before they pass them on would keep the pieces.
        answer.set("x-accel-buffering", "no");
        Gzip gzip = takesGzip() ? new Gzip(endpoint.compression().level()) : null;
        if (gzip != null) {
            answer.set(HttpHeaderNames.CONTENT_ENCODING, GZIP);
        }
        var outlet = new StreamOutlet(
                framing, gzip, channel(), endpoint.streams(), lossless, context, () -> actual.onComplete());
        waitFor(outlet);
        response.sendHeaders()
                .then()
                .then(Mono.<Void>fromRunnable(outlet::open))
                .thenMany(pieces)
                .subscribe(outlet);
    }

    private void sent(Publisher<Void> sending) {
        sending.subscribe(new Sent());
    }

    /** Tells the server when all is sent. */
    private final class Sent implements CoreSubscriber<Void> {

        @Override
        public void onSubscribe(Subscription subscription) {
            waitFor(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Void nothing) {
            // There is none.
        }

        @Override
        public void onError(Throwable broken) {
            actual.onError(broken);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }
    }
}
