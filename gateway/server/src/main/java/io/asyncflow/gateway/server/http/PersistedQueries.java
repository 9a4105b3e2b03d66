package io.asyncflow.gateway.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.message.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Automatic persisted queries, for any transport: a client names a document by the SHA-256 of its text; if nobody knows
 * it, the client sends both, and from then on only the hash. Only what was executed is remembered.
 */
public final class PersistedQueries implements GraphQLService {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** What a document takes in the store besides its text: the key, the entry, the objects. */
    private static final int OVERHEAD = 300;

    // Clients compare this message letter by letter.
    private static final Outcome NOT_FOUND =
            outcome(Outcome.Kind.UNKNOWN_DOCUMENT, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    private static final Outcome NOT_SUPPORTED =
            outcome(Outcome.Kind.REFUSED, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
    private static final Outcome MISMATCH = outcome(
            Outcome.Kind.REFUSED, "PERSISTED_QUERY_HASH_MISMATCH", "The provided sha256Hash is not that of the query");
    private static final Outcome MALFORMED = outcome(
            Outcome.Kind.REFUSED,
            "BAD_REQUEST",
            "extensions.persistedQuery has to hold version 1 and a sha256Hash of 64 hexadecimal digits");
    private static final Outcome NO_QUERY = new Outcome.Single(Refusal.NO_QUERY.body(), Outcome.Kind.REFUSED);

    private final GraphQLService next;
    private final boolean enabled;
    private final Cache<String, Json> documents;

    public PersistedQueries(GraphQLService next, ApqSettings settings) {
        this.next = next;
        this.enabled = settings.enabled();
        this.documents = Caffeine.newBuilder()
                .maximumWeight(settings.storeSize().toBytes())
                .weigher((String hash, Json document) -> document.length() + OVERHEAD)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Mono<Outcome> answer(ClientRequest request, Caller caller) {
        Json extensions = request.extensions();
        Json named = extensions == null ? null : JsonValues.fields(extensions).get("persistedQuery");
        if (named == null || named.equals(Json.NULL)) {
            return request.query() == null ? Mono.just(NO_QUERY) : next.answer(request, caller);
        }
        if (!enabled) {
            // The document is there: that the client would like to leave it out next time does no harm.
            return request.query() == null ? Mono.just(NOT_SUPPORTED) : next.answer(request, caller);
        }
        String hash = hash(named);
        return hash == null ? Mono.just(MALFORMED) : answer(request, caller, hash);
    }

    private Mono<Outcome> answer(ClientRequest request, Caller caller, String hash) {
        Json known = documents.getIfPresent(hash);
        Json query = request.query();
        if (query == null) {
            return known == null ? Mono.just(NOT_FOUND) : next.answer(with(known, request), caller);
        }
        if (known != null && query.equals(known)) {
            return next.answer(with(known, request), caller);
        }
        if (!hash.equals(sha256(query))) {
            return Mono.just(MISMATCH);
        }
        return next.answer(request, caller).map(outcome -> {
            if (isExecuted(outcome)) {
                documents.put(hash, copy(query));
            }
            return outcome;
        });
    }

    /** Of what was not, nobody knows whether it is GraphQL at all. */
    private static boolean isExecuted(Outcome outcome) {
        return !(outcome instanceof Outcome.Single single) || single.kind() == Outcome.Kind.EXECUTED;
    }

    private static ClientRequest with(Json query, ClientRequest request) {
        return new ClientRequest(
                query, request.operationName(), request.variables(), request.extensions(), request.way());
    }

    /** The request's slice would keep its whole body in memory. */
    private static Json copy(Json query) {
        return Json.of(Arrays.copyOfRange(query.bytes(), query.from(), query.to()));
    }

    private static @Nullable String hash(Json named) {
        if (!JsonObject.isObject(named)) {
            return null;
        }
        Map<String, Json> fields = JsonValues.fields(named);
        Json version = fields.get("version");
        Json hash = fields.get("sha256Hash");
        if (version == null || !version.toString().equals("1") || hash == null || !JsonObject.isString(hash)) {
            return null;
        }
        String text = JsonValues.text(hash);
        return SHA_256.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : null;
    }

    private static String sha256(Json query) {
        try {
            byte[] text = JsonValues.text(query).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Outcome outcome(Outcome.Kind kind, String code, String message) {
        return new Outcome.Single(Json.of("{\"errors\":[" + Refusal.error(code, message) + "]}"), kind);
    }
}
