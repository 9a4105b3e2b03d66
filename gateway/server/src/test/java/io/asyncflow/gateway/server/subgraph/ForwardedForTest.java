package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderOperations;
import io.asyncflow.gateway.server.subgraph.header.HeaderRule;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedForTest {

    private static final List<String> PROXIES = List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7");
    private static final HeaderSettings EVERYTHING = new HeaderSettings(
            new HeaderOperations(List.of(new HeaderRule(new HeaderRule.Propagate(null, ".*", null, null), null, null))),
            Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9         |                               | 203.0.113.9",
                "203.0.113.9         | 10.0.0.1                      | 203.0.113.9",
                "203.0.113.9         | 10.0.0.1; 10.0.0.2, 10.0.0.3  | 203.0.113.9",
                "192.0.2.6           | 198.51.100.1                  | 192.0.2.6",
                "2001:db8::5         | ::1                           | 2001:db8:0:0:0:0:0:5",
                "fe80::1%1           |                               | fe80:0:0:0:0:0:0:1",
                "::ffff:203.0.113.9  | 10.0.0.1                      | 203.0.113.9",
                "10.1.2.3            |                               | 10.1.2.3",
                "10.1.2.3            | 198.51.100.1                  | 198.51.100.1, 10.1.2.3",
                "::ffff:10.1.2.3     | 198.51.100.1                  | 198.51.100.1, 10.1.2.3",
                "192.0.2.7           | 127.0.0.1, 198.51.100.1; ::1  | 127.0.0.1, 198.51.100.1, ::1, 192.0.2.7",
                "fd00::1             | 2001:db8::5                   | 2001:db8::5, fd00:0:0:0:0:0:0:1",
            })
    void tellsWhoIsAtTheOtherEndAndBelievesProxiesOnly(String peer, String lines, String told) {
        List<String> sent = lines == null ? List.of() : Arrays.asList(lines.split("; "));
        for (HeaderSettings headers : List.of(HeaderSettings.DEFAULT, EVERYTHING)) {
            var asked =
                    ask(headers, all(true), new Caller(Map.of("x-forwarded-for", sent), InetAddress.ofLiteral(peer)));
            assertThat(asked.header("x-forwarded-for")).containsExactly(told);
        }
    }

    @Test
    void letsNoProxyWriteFurtherHeaders() {
        var caller = new Caller(
                Map.of("x-forwarded-for", List.of("1.2.3.4\r\nx-admin: 1")), InetAddress.ofLiteral("10.0.0.1"));
        var asked = ask(EVERYTHING, all(true), caller);

        assertThat(asked.header("x-forwarded-for")).containsExactly("10.0.0.1");
        assertThat(asked.header("x-admin")).isEmpty();
    }

    @Test
    void passesOnNoInventionOfSomebodyUnknown() {
        var caller = new Caller(Map.of("x-forwarded-for", List.of("10.0.0.1")));

        assertThat(ask(EVERYTHING, all(true), caller).header("x-forwarded-for")).isEmpty();
    }

    @Test
    void leavesSubgraphsThatAreNotToldToTheRules() {
        var caller = new Caller(Map.of("x-forwarded-for", List.of("10.0.0.1")), InetAddress.ofLiteral("203.0.113.9"));
        var others = new ForwardedForSettings(true, Map.of("products", false), PROXIES);
        var own = new ForwardedForSettings(false, Map.of("products", true), PROXIES);

        for (var off : List.of(ForwardedForSettings.DEFAULT, all(false), others)) {
            assertThat(ask(HeaderSettings.DEFAULT, off, caller).header("x-forwarded-for"))
                    .isEmpty();
            assertThat(ask(EVERYTHING, off, caller).header("x-forwarded-for")).containsExactly("10.0.0.1");
        }
        assertThat(ask(EVERYTHING, own, caller).header("x-forwarded-for")).containsExactly("203.0.113.9");
    }

    @Test
    void tellsNoQuestionFromAnotherByWhereItComesFrom() {
        var rules = new SubgraphSettings(new Traffic().settings(), HeaderSettings.DEFAULT, all(true), Map.of())
                .rules("products");
        var here = new Caller(Map.of("x-forwarded-for", List.of("1.1.1.1")), InetAddress.ofLiteral("203.0.113.9"));
        var there = new Caller(Map.of(), InetAddress.ofLiteral("203.0.113.10"));

        assertThat(rules.apply(here)).isEqualTo(rules.apply(there));
        assertThat(rules.withOrigin(rules.apply(here), here)).isNotEqualTo(rules.withOrigin(rules.apply(there), there));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0.0/"})
    void refusesProxiesThatAreNoAddresses(String proxy) {
        assertThatThrownBy(() -> new ForwardedForSettings(true, Map.of(), List.of(proxy)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trustedProxies must be network addresses or ranges");
    }

    private static ForwardedForSettings all(boolean told) {
        return new ForwardedForSettings(told, Map.of(), PROXIES);
    }

    private static FakeSubgraph.Asked ask(HeaderSettings headers, ForwardedForSettings forwardedFor, Caller caller) {
        var settings = new SubgraphSettings(new Traffic().settings(), headers, forwardedFor, Map.of());
        try (var asking = new Asking(settings, SubgraphObserver.NONE);
                var subgraph = FakeSubgraph.echoing()) {
            Asking.expect(
                    asking.send(subgraph.url(), OperationType.MUTATION, Asking.BODY, caller),
                    "{\"data\":" + Asking.BODY + "}");
            return subgraph.asked().getFirst();
        }
    }
}
