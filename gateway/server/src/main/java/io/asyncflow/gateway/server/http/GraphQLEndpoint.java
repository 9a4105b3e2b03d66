package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.server.message.Peer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Serves GraphQL over HTTP: decides what a request is, and hands it on. */
public final class GraphQLEndpoint
        implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>>, AutoCloseable {

    static final String METHODS = "GET, POST, OPTIONS, PUT, DELETE";

    private final String serviceName;
    private final GraphQLService service;
    private final HttpSettings settings;
    private final int maxRequestBytes;
    private final AcceptHeader accept = new AcceptHeader();
    private final Cors cors;
    private final Csrf csrf;
    private final Batches batches;
    private final SharedStreams sharedStreams;
    private final Sinks.Empty<Void> shutdown = Sinks.empty();

    /** @param serviceName the name that log lines about its requests carry */
    public GraphQLEndpoint(String serviceName, GraphQLService service, HttpSettings settings) {
        this.serviceName = serviceName;
        this.service = service;
        this.settings = settings;
        this.maxRequestBytes = (int) settings.limits().httpMaxRequestBytes().toBytes();
        this.cors = new Cors(settings.cors());
        this.csrf = new Csrf(settings.csrf(), cors);
        this.batches = new Batches(service, settings.batching());
        this.sharedStreams = new SharedStreams(service, new EventStreams(settings.streams()));
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        return new Exchange(this, request, response, accept.read(request.requestHeaders()));
    }

    /** Ends all open streams in order, so that the server can stop; what still runs besides is not touched. */
    @Override
    public void close() {
        shutdown.tryEmitEmpty();
        sharedStreams.close();
    }

    /** Whether pages of another site with this origin are let in. */
    public boolean admits(String origin) {
        return cors.allows(origin);
    }

    String serviceName() {
        return serviceName;
    }

    Cors cors() {
        return cors;
    }

    CompressionSettings compression() {
        return settings.compression();
    }

    StreamSettings streams() {
        return settings.streams();
    }

    int maxRequestBytes() {
        return maxRequestBytes;
    }

    Mono<Void> shutdown() {
        return shutdown.asMono();
    }

    void begin(Exchange exchange) {
        HttpMethod method = exchange.request().method();
        if (HttpMethod.POST.equals(method)) {
            post(exchange);
        } else if (HttpMethod.GET.equals(method)) {
            get(exchange);
        } else if (HttpMethod.OPTIONS.equals(method)) {
            options(exchange);
        } else if (HttpMethod.PUT.equals(method)) {
            sharedStreams.reserve(exchange);
        } else if (HttpMethod.DELETE.equals(method)) {
            sharedStreams.end(exchange);
        } else {
            throw Refusal.METHOD.exception();
        }
    }

    private void post(Exchange exchange) {
        HttpHeaders headers = exchange.headers();
        if (!ContentType.isJson(headers.get(HttpHeaderNames.CONTENT_TYPE))) {
            throw Refusal.MEDIA_TYPE.exception();
        }
        refuseUnlessAcceptable(exchange);
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && isTooLong(length)) {
            throw Refusal.TOO_LARGE.exception();
        }
        exchange.readBody();
    }

    /** The server has checked that it is a number. */
    private boolean isTooLong(String length) {
        return length.length() > 10 || Long.parseLong(length.strip()) > maxRequestBytes;
    }

    private static void refuseUnlessAcceptable(Exchange exchange) {
        if (exchange.accepted().nothing()) {
            throw Refusal.NOT_ACCEPTABLE.exception();
        }
    }

    void received(Exchange exchange, byte[] packed, int packedLength) {
        @Nullable String encoding = exchange.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        byte[] body = packed;
        int length = packedLength;
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            body = decompressed(encoding, packed, packedLength);
            length = body.length;
        }
        if (!Utf8.isValid(body, length)) {
            throw Refusal.NOT_UTF_8.exception();
        }
        var json = new JsonCursor().over(body, 0, length);
        int first = json.peek();
        if (first == 0) {
            throw Refusal.EMPTY_BODY.exception();
        }
        if (first == '[') {
            batches.answer(exchange, json, caller(exchange));
        } else {
            answer(exchange, Envelope.one(json, way(exchange, false)));
        }
    }

    private byte[] decompressed(String encoding, byte[] packed, int length) {
        boolean gzip = encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip");
        if (!gzip && !encoding.equalsIgnoreCase("deflate")) {
            throw Refusal.ENCODING.exception();
        }
        return Gzip.decompressed(packed, length, gzip, maxRequestBytes);
    }

    private void answer(Exchange exchange, ClientRequest request) {
        @Nullable String token = SharedStreams.token(exchange);
        if (token != null) {
            sharedStreams.answer(exchange, token, request, caller(exchange));
        } else {
            exchange.answer(service.answer(request, caller(exchange)));
        }
    }

    private static ClientRequest.Way way(Exchange exchange, boolean readOnly) {
        boolean shared = SharedStreams.token(exchange) != null;
        Accepted accepted = exchange.accepted();
        return new ClientRequest.Way(readOnly, shared || accepted.parts() != null, shared || accepted.events() != null);
    }

    private static Caller caller(Exchange exchange) {
        return new Caller(new HeaderView(exchange.headers()), Peer.of(exchange.channel()));
    }

    private void get(Exchange exchange) {
        UrlParameters parameters = UrlParameters.of(exchange.request().uri());
        @Nullable String page = settings.browserPage();
        if (page != null && exchange.accepted().html() && parameters.askNothing()) {
            exchange.answerHeaders().set(HttpHeaderNames.LOCATION, page);
            exchange.finish(HttpResponseStatus.FOUND, Unpooled.EMPTY_BUFFER);
            return;
        }
        if (!csrf.mayRead(exchange.headers())) {
            throw Refusal.PREFLIGHT_REQUIRED.exception();
        }
        refuseUnlessAcceptable(exchange);
        @Nullable String token = SharedStreams.token(exchange);
        if (token != null && parameters.askNothing()) {
            sharedStreams.open(exchange, token);
        } else {
            answer(exchange, parameters.request(way(exchange, true)));
        }
    }

    private void options(Exchange exchange) {
        exchange.answerHeaders().set(HttpHeaderNames.ALLOW, METHODS);
        if (exchange.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
            cors.answerPreflight(exchange.headers(), METHODS, exchange.answerHeaders());
        }
        exchange.finish(HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
    }

    /** Over HTTP/2 a connection's guard cannot see how long a single request takes to arrive. */
    void limitReading(BodyReader reader, Exchange exchange) {
        reader.giveUpAfter(settings.limits().bodyReadTimeout(), exchange.channel());
    }
}
