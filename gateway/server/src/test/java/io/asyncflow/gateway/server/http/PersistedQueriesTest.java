package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PersistedQueriesTest {

    private static final String QUERY = "{ ä(b: \\\"c\\\") }";
    private static final String HASH = sha256("{ ä(b: \"c\") }");

    private final FakeService service = new FakeService();
    private final PersistedQueries queries = new PersistedQueries(service, ApqSettings.DEFAULT);

    @Test
    void asksForADocumentThatItDoesNotKnow() {
        var outcome = (Outcome.Single) answer(queries, null, HASH);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNKNOWN_DOCUMENT);
        assertThat(outcome.response())
                .hasToString("{\"errors\":[{\"message\":\"PersistedQueryNotFound\","
                        + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}]}");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void knowsADocumentOnceItHasSeenIt() {
        assertThat(answer(queries, QUERY, HASH)).isEqualTo(FakeService.TYPENAME);
        assertThat(answer(queries, null, HASH)).isEqualTo(FakeService.TYPENAME);
        assertThat(answer(queries, null, HASH.toUpperCase(Locale.ROOT))).isEqualTo(FakeService.TYPENAME);
        assertThat(answer(queries, QUERY, HASH)).isEqualTo(FakeService.TYPENAME);

        assertThat(service.requests)
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.query()).hasToString("\"" + QUERY + "\""));
    }

    @Test
    void refusesAHashOfSomethingElse() {
        var outcome = (Outcome.Single) answer(queries, QUERY, sha256("{ other }"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(outcome.response().toString()).contains("PERSISTED_QUERY_HASH_MISMATCH");
        assertThat(service.requests).isEmpty();
        assertThat(kind(answer(queries, null, sha256("{ other }")))).isEqualTo(Outcome.Kind.UNKNOWN_DOCUMENT);
    }

    @Test
    void readsExtensionsHoweverDeepTheyNest() {
        String deep = "{\"other\":" + "[".repeat(300) + "]".repeat(300) + "}";

        assertThat(answer(queries, request(QUERY, deep))).isEqualTo(FakeService.TYPENAME);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXECUTED")
    void remembersOnlyWhatIsExecuted(Outcome.Kind kind) {
        service.on("{ a }", FakeService.refused(kind));

        answer(queries, "{ a }", sha256("{ a }"));

        assertThat(kind(answer(queries, null, sha256("{ a }")))).isEqualTo(Outcome.Kind.UNKNOWN_DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"persistedQuery\":{\"version\":2,\"sha256Hash\":\"HASH\"}}",
                "{\"persistedQuery\":{\"version\":\"1\",\"sha256Hash\":\"HASH\"}}",
                "{\"persistedQuery\":{\"sha256Hash\":\"HASH\"}}",
                "{\"persistedQuery\":{\"version\":1}}",
                "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"abc\"}}",
                "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":7}}",
                "{\"persistedQuery\":[]}",
            })
    void refusesAnExtensionThatIsMalformed(String extensions) {
        var outcome = (Outcome.Single) answer(queries, request(QUERY, extensions.replace("HASH", HASH)));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(outcome.response().toString()).contains("BAD_REQUEST");
    }

    @Test
    void leavesOtherRequestsAlone() {
        assertThat(answer(queries, request(QUERY, null))).isEqualTo(FakeService.TYPENAME);
        assertThat(answer(queries, request(QUERY, "{}"))).isEqualTo(FakeService.TYPENAME);
        assertThat(answer(queries, request(QUERY, "{\"persistedQuery\":null}"))).isEqualTo(FakeService.TYPENAME);
        assertThat(kind(answer(queries, request(null, "{\"other\":1}")))).isEqualTo(Outcome.Kind.REFUSED);
    }

    @Test
    void forgetsWhatDoesNotFit() {
        var small = new PersistedQueries(service, new ApqSettings(true, DataSize.ofBytes(1000)));
        for (int i = 0; i < 10; i++) {
            answer(small, "{ a" + i + " }", sha256("{ a" + i + " }"));
        }

        long known = IntStream.range(0, 10)
                .filter(i -> answer(small, null, sha256("{ a" + i + " }")).equals(FakeService.TYPENAME))
                .count();
        assertThat(known).isBetween(1L, 3L);
    }

    @Test
    void saysSoWhereItIsOff() {
        var off = new PersistedQueries(service, new ApqSettings(false, DataSize.ofMegabytes(1)));

        assertThat(((Outcome.Single) answer(off, null, HASH)).response().toString())
                .contains("\"PersistedQueryNotSupported\"", "PERSISTED_QUERY_NOT_SUPPORTED");
        assertThat(answer(off, QUERY, HASH)).isEqualTo(FakeService.TYPENAME);
    }

    @Test
    void worksByGet() {
        try (var gateway = Gateway.with(queries)) {
            String extensions = URLEncoder.encode(extensions(HASH), StandardCharsets.UTF_8);
            String query = URLEncoder.encode("{ ä(b: \"c\") }", StandardCharsets.UTF_8);

            var unknown =
                    Gateway.send(gateway.at("/graphql?extensions=" + extensions).GET());
            var both = Gateway.send(gateway.at("/graphql?extensions=" + extensions + "&query=" + query)
                    .GET());
            var hash =
                    Gateway.send(gateway.at("/graphql?extensions=" + extensions).GET());

            assertThat(unknown.statusCode()).isEqualTo(200);
            assertThat(unknown.body()).contains("PersistedQueryNotFound");
            assertThat(unknown.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(both.body()).isEqualTo(hash.body()).contains("__typename");
        }
    }

    private static Outcome answer(PersistedQueries queries, @Nullable String query, String hash) {
        return answer(queries, request(query, extensions(hash)));
    }

    private static Outcome answer(PersistedQueries queries, ClientRequest request) {
        var outcome = new AtomicReference<Outcome>();
        Mono<Outcome> answer = queries.answer(request, Caller.UNKNOWN);
        StepVerifier.create(answer).consumeNextWith(outcome::set).verifyComplete();
        return outcome.get();
    }

    private static Outcome.Kind kind(Outcome outcome) {
        return ((Outcome.Single) outcome).kind();
    }

    private static ClientRequest request(@Nullable String query, @Nullable String extensions) {
        return new ClientRequest(
                query == null ? null : Json.of("\"" + query + "\""),
                null,
                null,
                extensions == null ? null : Json.of(extensions),
                ClientRequest.Way.OPEN);
    }

    private static String extensions(String hash) {
        return "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
