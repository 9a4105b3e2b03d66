package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.header.SentHeaders;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/** Writes down what is asked as a request of HTTP. */
final class RequestWriter {

    private static final AsciiString ACCEPT = AsciiString.cached("application/graphql-response+json, application/json");
    private static final AsciiString CONTENT_TYPE = AsciiString.cached("application/json");

    /** Without validation: names and values were validated when the rules let them pass. */
    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private final Origin origin;

    RequestWriter(Origin origin) {
        this.origin = origin;
    }

    FullHttpRequest write(WireRequest request) {
        Json body = request.body();
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                origin.path(),
                Unpooled.wrappedBuffer(body.bytes(), body.from(), body.length()),
                headers(body, request.headers()),
                EmptyHttpHeaders.INSTANCE);
    }

    private HttpHeaders headers(Json body, SentHeaders sent) {
        HttpHeaders headers = HEADERS.newHeaders();
        headers.add(HttpHeaderNames.HOST, origin.authority());
        headers.add(HttpHeaderNames.CONTENT_TYPE, CONTENT_TYPE);
        headers.add(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length()));
        headers.add(HttpHeaderNames.ACCEPT, ACCEPT);
        headers.add(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
        for (int i = 0; i < sent.size(); i++) {
            headers.add(sent.name(i), sent.value(i));
        }
        return headers;
    }
}
