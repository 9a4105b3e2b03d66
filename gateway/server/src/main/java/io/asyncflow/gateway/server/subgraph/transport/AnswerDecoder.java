package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;

/** Reads answers of HTTP/1.1, and tells what it has not read yet. */
final class AnswerDecoder extends HttpResponseDecoder {

    private static final int MOST_HEADERS = 1 << 15;
    private static final int PIECE = 1 << 16;

    /** Headers are read for what they say, and never passed on as they are. */
    AnswerDecoder() {
        super(new HttpDecoderConfig()
                .setMaxHeaderSize(MOST_HEADERS)
                .setMaxChunkSize(PIECE)
                .setValidateHeaders(false));
    }

    boolean hasMore() {
        return actualReadableBytes() > 0;
    }
}
