package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.service.RequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.context.ContextView;

/** Writes a line for each operation that takes long. */
final class SlowOperations {

    private static final Logger LOG = LoggerFactory.getLogger("slow-operations");

    /** A fetch that takes less than this part of the time is not why an operation is slow. */
    private static final int PART = 10;

    private final long threshold;

    SlowOperations(Duration threshold) {
        this.threshold = threshold.toNanos();
    }

    /** An operation that was slow. */
    record Operation(
            ClientRequest request,
            @Nullable String name,
            Ending ending,
            long nanos,
            List<SlowFetch> fetches,
            ContextView context) {}

    boolean isSlow(long nanos) {
        return nanos >= threshold;
    }

    boolean mayMatter(long nanos) {
        return nanos >= threshold / PART;
    }

    void tell(Operation operation) {
        LOG.warn(
                "operation={} document={} millis={} outcome={} slowest={} request={}",
                operation.name() == null ? "-" : operation.name(),
                hash(operation.request()),
                operation.nanos() / 1_000_000,
                operation.ending().tag(),
                operation.fetches(),
                RequestContext.from(operation.context())
                        .map(RequestContext::requestId)
                        .orElse("-"));
    }

    /** That by which clients name persisted documents. */
    private static String hash(ClientRequest request) {
        Json query = request.query();
        try {
            return query == null ? persisted(request.extensions()) : sha256(JsonValues.text(query));
        } catch (JsonException malformed) {
            return "-";
        }
    }

    private static String persisted(@Nullable Json extensions) {
        Json named = extensions == null ? null : JsonValues.fields(extensions).get("persistedQuery");
        Json hash = named == null ? null : JsonValues.fields(named).get("sha256Hash");
        return hash == null ? "-" : JsonValues.text(hash);
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
