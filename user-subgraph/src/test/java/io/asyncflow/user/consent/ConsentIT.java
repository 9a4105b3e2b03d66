package io.asyncflow.user.consent;

import static io.asyncflow.user.Shopper.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@RunningSubgraph
class ConsentIT {

    private static final String VERSION = "2026-11";

    @Autowired
    private HttpGraphQlTester graph;

    private Shopper owner;

    @BeforeEach
    void arrive() {
        owner = Shopper.anew(graph);
    }

    @Test
    void isGivenForNothingButTheNecessaryAtFirst() {
        assertThat(granted(owner)).containsExactly("NECESSARY");
        owner.asks("{ me { consents { purpose version decidedAt currentVersion } } }")
                .path("me.consents[*].purpose")
                .entityList(String.class)
                .containsExactly("NECESSARY", "MARKETING_MAIL", "PERSONALISATION", "ANALYTICS")
                .path("me.consents[*].currentVersion")
                .entityList(String.class)
                .containsExactly(VERSION, VERSION, VERSION, VERSION)
                .path("me.consents[0].decidedAt")
                .valueIsNull();
    }

    @Test
    void isGivenAndTakenBackAndBothAreRemembered() {
        update(owner, decision("ANALYTICS", true, VERSION), decision("MARKETING_MAIL", true, VERSION));
        assertThat(granted(owner)).containsExactly("NECESSARY", "MARKETING_MAIL", "ANALYTICS");
        update(owner, decision("ANALYTICS", false, VERSION))
                .path("consentUpdate.consents[3].granted")
                .entity(Boolean.class)
                .isEqualTo(false);
        assertThat(granted(owner)).containsExactly("NECESSARY", "MARKETING_MAIL");
        var history = owner.asks("{ me { consentHistory { nodes { purpose granted version at } } } }");
        history.path("me.consentHistory.nodes[*].purpose")
                .entityList(String.class)
                .containsExactly("ANALYTICS", "MARKETING_MAIL", "ANALYTICS");
        history.path("me.consentHistory.nodes[*].granted")
                .entityList(Boolean.class)
                .containsExactly(false, true, true);
    }

    @Test
    void isRememberedOnceWhenItIsGivenTwice() {
        update(owner, decision("ANALYTICS", true, VERSION));
        update(owner, decision("ANALYTICS", true, VERSION));
        owner.asks("{ me { consentHistory { nodes { at } } } }")
                .path("me.consentHistory.nodes")
                .entityList(Object.class)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NECESSARY, false, 2026-11, purpose", "ANALYTICS, true, 2025-01, version"})
    void isRefusedAsAWholeWhenPartOfItIsWrong(String purpose, boolean granted, String version, String field) {
        var answer = update(owner, decision("MARKETING_MAIL", true, VERSION), decision(purpose, granted, version));
        answer.path("consentUpdate.userErrors[*].code").entityList(String.class).containsExactly("INVALID");
        answer.path("consentUpdate.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("decisions", "1", field);
        answer.path("consentUpdate.consents").valueIsNull();
        assertThat(granted(owner)).containsExactly("NECESSARY");
    }

    @Test
    void isNotDecidedTwiceAtOnce() {
        update(owner, decision("ANALYTICS", true, VERSION), decision("ANALYTICS", false, VERSION))
                .path("consentUpdate.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("decisions", "1", "purpose");
    }

    @Test
    void isItsOwnersOnly() {
        update(owner, decision("ANALYTICS", true, VERSION));
        var anonymous = new Shopper(owner.id(), graph);
        for (Shopper stranger : List.of(Shopper.anew(graph), anonymous)) {
            stranger.asksOf(owner.id(), "consents { granted } consentHistory { nodes { at } }")
                    .path("_entities[0].consents")
                    .valueIsNull()
                    .path("_entities[0].consentHistory")
                    .valueIsNull();
        }
        assertError(update(anonymous, decision("ANALYTICS", true, VERSION)), "UNAUTHENTICATED");
    }

    private static List<String> granted(Shopper owner) {
        return owner.asks("{ me { consents { purpose granted } } }")
                .path("me.consents[?(@.granted == true)].purpose")
                .entityList(String.class)
                .get();
    }

    private static Map<String, Object> decision(String purpose, boolean granted, String version) {
        return Map.of("purpose", purpose, "granted", granted, "version", version);
    }

    @SafeVarargs
    private static Response update(Shopper viewer, Map<String, Object>... decisions) {
        return viewer.graph()
                .document("""
                        mutation($decisions: [ConsentInput!]!) {
                          consentUpdate(decisions: $decisions) {
                            consents { purpose granted } userErrors { field message code }
                          }
                        }""")
                .variable("decisions", List.of(decisions))
                .execute();
    }
}
