package io.asyncflow.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.personal.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What the features beside the account hand out and forget. */
@RunningSubgraph
class PersonalDataIT {

    private static final Set<String> FORGOTTEN = Set.of("wishlist", "restock", "permissions", "behaviour");

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private List<PersonalData> features;

    @Test
    void isHandedOutAndForgotten() {
        Shopper owner = Shopper.anew(graph);
        owner.asks("""
                mutation {
                  wishlistAdd(productId: "product_01h455vb4pex5vsknk084sn02q") { product { id } }
                  restockSubscribe(variantId: "variant_01h455vb4pex5vsknk084sn02q") { variant { id } }
                  consentUpdate(decisions: [{purpose: ANALYTICS, granted: true, version: "2026-11"}]) {
                    consents { granted }
                  }
                  behaviourRecord(events: [{
                    id: "an-event-of-mine", kind: SEARCHED, at: "2026-11-20T09:30:00Z", query: "coat"
                  }]) { accepted }
                }""").path("behaviourRecord.accepted").entity(int.class).isEqualTo(1);
        assertThat(export(owner).toString())
                .contains("product_01h455vb4pex5vsknk084sn02q", "SUBSCRIBED", "ANALYTICS", "an-event-of-mine");
        var erased = Flux.fromIterable(features)
                .filter(feature -> FORGOTTEN.contains(feature.section()))
                .concatMap(feature -> feature.erase(owner.id()));
        StepVerifier.create(erased).verifyComplete();
        assertThat(export(owner).toString())
                .doesNotContain("product_01h455vb4pex5vsknk084sn02q", "SUBSCRIBED", "ANALYTICS", "an-event-of-mine");
    }

    private static Map<?, ?> export(Shopper owner) {
        return owner.asks("{ me { dataExport } }")
                .path("me.dataExport")
                .entity(Map.class)
                .get();
    }
}
