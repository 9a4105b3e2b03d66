package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderOperations;
import io.asyncflow.gateway.server.subgraph.header.HeaderRule;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final HeaderRule EVERYTHING = matching(".*");

    @Test
    void passesOnWhoAsksAndTheTraceByDefault() {
        FakeSubgraph.Asked asked = ask(
                HeaderSettings.DEFAULT,
                Map.of(
                        "authorization", List.of("Bearer a"),
                        "traceparent", List.of("00-a-b-01"),
                        "tracestate", List.of("x=1"),
                        "baggage", List.of("tenant=1"),
                        "x-request-id", List.of("42"),
                        "accept-language", List.of("de", "en"),
                        "cookie", List.of("session=secret"),
                        "x-custom", List.of("1")));

        assertThat(asked.header("authorization")).containsExactly("Bearer a");
        assertThat(asked.header("traceparent")).containsExactly("00-a-b-01");
        assertThat(asked.header("tracestate")).containsExactly("x=1");
        assertThat(asked.header("baggage")).containsExactly("tenant=1");
        assertThat(asked.header("x-request-id")).containsExactly("42");
        assertThat(asked.header("accept-language")).containsExactly("de", "en");
        assertThat(asked.header("cookie")).isEmpty();
        assertThat(asked.header("x-custom")).isEmpty();
    }

    @Test
    void renamesAndFillsIn() {
        FakeSubgraph.Asked asked = ask(
                settings(
                        named("X-User", "x-account", null), named("x-region", null, "eu"), named("x-none", null, null)),
                Map.of("x-user", List.of("7")));

        assertThat(asked.header("x-account")).containsExactly("7");
        assertThat(asked.header("x-user")).isEmpty();
        assertThat(asked.header("x-region")).containsExactly("eu");
        assertThat(asked.header("x-none")).isEmpty();
    }

    @Test
    void appliesRulesFromFirstToLastAndThoseOfTheSubgraphAfterThoseForAll() {
        var all = new HeaderOperations(List.of(matching("^x-"), remove("x-b", null), insert("x-c", "ours")));
        var own = new HeaderOperations(List.of(remove(null, "^x-d"), insert("x-a", "own")));
        FakeSubgraph.Asked asked = ask(
                new HeaderSettings(all, Map.of("products", own, "others", new HeaderOperations(List.of(EVERYTHING)))),
                Map.of(
                        "x-a", List.of("1"),
                        "x-b", List.of("1"),
                        "x-c", List.of("1"),
                        "x-d-1", List.of("1"),
                        "x-e", List.of("1"),
                        "cookie", List.of("1")));

        assertThat(asked.header("x-a")).containsExactly("own");
        assertThat(asked.header("x-b")).isEmpty();
        assertThat(asked.header("x-c")).containsExactly("ours");
        assertThat(asked.header("x-d-1")).isEmpty();
        assertThat(asked.header("x-e")).containsExactly("1");
        assertThat(asked.header("cookie")).isEmpty();
    }

    @Test
    void neverPassesOnWhatBelongsToOneHop() {
        FakeSubgraph.Asked asked = ask(
                settings(EVERYTHING),
                Map.of(
                        "connection", List.of("close, X-Hop"),
                        "x-hop", List.of("1"),
                        "transfer-encoding", List.of("chunked"),
                        "content-length", List.of("1"),
                        "host", List.of("elsewhere"),
                        "accept-encoding", List.of("br"),
                        "te", List.of("trailers"),
                        "upgrade", List.of("h2c"),
                        "x-mine", List.of("1")));

        assertThat(asked.body()).isEqualTo(Asking.BODY);
        assertThat(asked.header("x-mine")).containsExactly("1");
        assertThat(asked.header("host").getFirst()).startsWith("127.0.0.1");
        assertThat(asked.header("accept-encoding")).containsExactly("gzip");
        for (String name : List.of("connection", "transfer-encoding", "te", "upgrade", "x-hop")) {
            assertThat(asked.header(name)).isEmpty();
        }
    }

    /** Headers also come from places without HTTP's own rules, such as the first message of a WebSocket. */
    @Test
    void letsNobodyWriteHeadersOfTheirOwn() {
        FakeSubgraph.Asked asked = ask(
                settings(EVERYTHING, named("authorization", null, null)),
                Map.of(
                        "authorization", List.of("a\r\nx-admin: 1"),
                        "x-a\r\nx-admin", List.of("1"),
                        "x-b", List.of("\n"),
                        "x-c", List.of("1")));

        assertThat(asked.header("x-admin")).isEmpty();
        assertThat(asked.header("authorization")).isEmpty();
        assertThat(asked.header("x-c")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "host", "a b", "", "x\r\n"})
    void refusesToInsertWhatItWritesItself(String name) {
        assertThatThrownBy(() -> insert(name, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name ");
    }

    @Test
    void saysWhichRuleIsWrong() {
        assertThatThrownBy(() -> new HeaderRule(null, null, null)).hasMessageStartingWith("request");
        assertThatThrownBy(() -> remove("a", "b")).hasMessageStartingWith("remove");
        assertThatThrownBy(() -> remove(null, "(")).hasMessageStartingWith("matching");
        assertThatThrownBy(() -> new HeaderRule.Propagate(null, ".", "x", null)).hasMessageStartingWith("propagate");
        assertThatThrownBy(() -> insert("x", "\n")).hasMessageStartingWith("value");
    }

    private static FakeSubgraph.Asked ask(HeaderSettings headers, Map<String, List<String>> sent) {
        var settings = new SubgraphSettings(new Traffic().settings(), headers, ForwardedForSettings.DEFAULT, Map.of());
        try (var asking = new Asking(settings, SubgraphObserver.NONE);
                var subgraph = FakeSubgraph.echoing()) {
            Asking.expect(
                    asking.send(subgraph.url(), OperationType.QUERY, Asking.BODY, new Caller(sent)),
                    "{\"data\":" + Asking.BODY + "}");
            return subgraph.asked().getFirst();
        }
    }

    private static HeaderSettings settings(HeaderRule... rules) {
        return new HeaderSettings(new HeaderOperations(List.of(rules)), Map.of());
    }

    private static HeaderRule matching(String pattern) {
        return new HeaderRule(new HeaderRule.Propagate(null, pattern, null, null), null, null);
    }

    private static HeaderRule named(String name, @Nullable String rename, @Nullable String otherwise) {
        return new HeaderRule(new HeaderRule.Propagate(name, null, rename, otherwise), null, null);
    }

    private static HeaderRule insert(String name, String value) {
        return new HeaderRule(null, new HeaderRule.Insert(name, value), null);
    }

    private static HeaderRule remove(@Nullable String name, @Nullable String pattern) {
        return new HeaderRule(null, null, new HeaderRule.Remove(name, pattern));
    }
}
