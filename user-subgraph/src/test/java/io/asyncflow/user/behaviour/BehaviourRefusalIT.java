package io.asyncflow.user.behaviour;

import static io.asyncflow.user.behaviour.Deeds.assertAccepted;
import static io.asyncflow.user.behaviour.Deeds.event;
import static io.asyncflow.user.behaviour.Deeds.many;
import static io.asyncflow.user.behaviour.Deeds.record;
import static io.asyncflow.user.behaviour.Deeds.viewed;
import static io.asyncflow.user.behaviour.Deeds.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/** Which batches of behaviour are not taken. */
@RunningSubgraph
class BehaviourRefusalIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    private final String visitor = UUID.randomUUID().toString();
    private Deeds deeds;
    private Shopper owner;

    @BeforeEach
    void arrive() {
        deeds = Deeds.watched(graph, database);
        owner = deeds.consenting();
    }

    @ParameterizedTest
    @CsvSource({
        "short,            VIEWED,   productId, product_01h455vb4pex5vsknk084sn02q, id",
        "long-enough-id,   VIEWED,   productId, 7,                                  productId",
        "long-enough-id,   VIEWED,   query,     shoes,                              productId",
        "long-enough-id,   SEARCHED, query,     ' ',                                query",
        "long-enough-id,   ADDED,    productId, product_01h455vb4pex5vsknk084sn02q, variantId",
        "long-enough-id,   BOUGHT,   variantId, product_01h455vb4pex5vsknk084sn02q, variantId"
    })
    void isRefusedAsABatchWhenPartOfItIsWrong(String id, String kind, String field, String value, String wrong) {
        var event = event(kind, field, value);
        event.put("id", id);
        var answer = record(owner, null, viewed(), event);
        answer.path("behaviourRecord.userErrors[*].code")
                .entityList(String.class)
                .containsExactly("INVALID");
        answer.path("behaviourRecord.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("events", "1", wrong);
        answer.path("behaviourRecord.accepted").entity(int.class).isEqualTo(0);
        assertThat(deeds.told(owner.id().toString())).isEmpty();
    }

    @Test
    void comesInBatchesOfOneToAHundred() {
        for (int count : new int[] {0, 101}) {
            record(owner, null, many(count))
                    .path("behaviourRecord.userErrors[0].field")
                    .entityList(String.class)
                    .containsExactly("events");
        }
        assertAccepted(record(owner, null, many(100)), 100);
        assertThat(deeds.told(owner.id().toString())).hasSize(100);
    }

    @Test
    void needsSomebodyWhoDoesIt() {
        record(anonymous(), visitor("x y", "ANALYTICS"), viewed())
                .path("behaviourRecord.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("visitor", "id");
        record(anonymous(), null, viewed())
                .path("behaviourRecord.userErrors[0].field")
                .entityList(String.class)
                .containsExactly("visitor", "id");
    }

    @Test
    void isLimitedForEachWhoDoesIt() {
        var full = IntStream.range(0, 8)
                .mapToObj(_ -> record(owner, null, many(100))
                        .path("behaviourRecord.userErrors[*].code")
                        .entityList(String.class)
                        .get())
                .toList();
        assertThat(full.subList(0, 6)).allSatisfy(errors -> assertThat(errors).isEmpty());
        assertThat(full.getLast()).containsExactly("RATE_LIMITED");
        assertAccepted(record(anonymous(), visitor(visitor, "ANALYTICS"), viewed()), 1);
    }

    @Test
    void isLimitedForEachNetworkToo() {
        var network = new Shopper(
                owner.id(),
                graph.mutate()
                        .headers(headers -> headers.set("X-Forwarded-For", "203.0.113.91"))
                        .build());
        var codes = IntStream.range(0, 90)
                .mapToObj(_ -> record(network, visitor(UUID.randomUUID().toString()), many(100))
                        .path("behaviourRecord.userErrors[*].code")
                        .entityList(String.class)
                        .get())
                .toList();
        assertThat(codes.subList(0, 60)).allSatisfy(errors -> assertThat(errors).isEmpty());
        assertThat(codes).contains(List.of("RATE_LIMITED"));
        assertAccepted(record(anonymous(), visitor(visitor), viewed()), 1);
    }

    private Shopper anonymous() {
        return new Shopper(owner.id(), graph);
    }
}
