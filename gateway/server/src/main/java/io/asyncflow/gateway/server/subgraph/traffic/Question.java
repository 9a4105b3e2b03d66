package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.header.SentHeaders;
import java.util.zip.CRC32C;

/** What one subgraph is asked, by whom as far as it can tell. Equal questions have equal answers. */
public final class Question {

    private final Json body;
    private final SentHeaders headers;
    private final int hash;

    public Question(Json body, SentHeaders headers) {
        this.body = body;
        this.headers = headers;
        this.hash = hash(body, headers);
    }

    /** Bodies may be large: the processor's own checksum reads them many bytes at a time. */
    private static int hash(Json body, SentHeaders headers) {
        var checksum = new CRC32C();
        checksum.update(body.bytes(), body.from(), body.length());
        return 31 * (int) checksum.getValue() + headers.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Question question
                && hash == question.hash
                && body.equals(question.body)
                && headers.equals(question.headers);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
