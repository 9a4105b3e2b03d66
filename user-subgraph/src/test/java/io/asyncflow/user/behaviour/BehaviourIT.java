package io.asyncflow.user.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningSubgraph
class BehaviourIT {

    private static final String PRODUCT = "product_01h455vb4pex5vsknk084sn02q";
    private static final String VARIANT = "variant_01h455vb4pex5vsknk084sn02q";

    /** What was written down for the bus. */
    private record Told(String type, JsonNode data) {}

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    private final String visitor = UUID.randomUUID().toString();
    private Shopper owner;

    @BeforeEach
    void arrive() {
        StepVerifier.create(database.sql("""
                                create table if not exists told (type text, key text, data text);
                                create or replace function tell() returns trigger language plpgsql as $$
                                begin
                                  insert into told values (new.type, new.key, new.data);
                                  return null;
                                end $$;
                                create or replace trigger tell after insert on events.outbox
                                  for each row execute function tell()""").then()).verifyComplete();
        owner = Shopper.anew(graph);
        owner.asks("""
                mutation {
                  consentUpdate(decisions: [{purpose: ANALYTICS, granted: true, version: "2026-11"}]) {
                    userErrors { code }
                  }
                }""")
                .path("consentUpdate.userErrors")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void isToldByKind() {
        accepted(
                record(
                        owner,
                        null,
                        viewed(),
                        searched("겨울 코트"),
                        event("ADDED", "variantId", VARIANT),
                        event("BOUGHT", "variantId", VARIANT, "quantity", 3)),
                4);
        var told = told(owner.id().toString());
        assertThat(told)
                .extracting(Told::type)
                .containsExactly("user.viewed", "user.searched", "user.added", "user.bought");
        assertThat(told).allSatisfy(fact -> {
            assertThat(fact.data().get("actor").asString()).isEqualTo(owner.id().toString());
            assertThat(fact.data().get("purposes").toString()).isEqualTo("[\"ANALYTICS\"]");
        });
        assertThat(told.get(0).data().get("productId").asString()).isEqualTo(PRODUCT);
        assertThat(told.get(1).data().get("query").asString()).isEqualTo("겨울 코트");
        assertThat(told.get(2).data().get("quantity").asInt()).isEqualTo(1);
        assertThat(told.get(3).data().get("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void isToldOnceHoweverOftenItIsSent() {
        var event = viewed();
        accepted(record(owner, null, event, event), 2);
        accepted(record(owner, null, event), 1);
        assertThat(told(owner.id().toString())).hasSize(1);
    }

    @Test
    void ofVisitorsIsToldWhenTheyAllowIt() {
        accepted(record(anonymous(), visitor(visitor, "PERSONALISATION"), viewed()), 1);
        assertThat(told("visitor_" + visitor))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.data().get("purposes").toString()).isEqualTo("[\"PERSONALISATION\"]"));
    }

    /** A signed-in visitor's word about consent does not count: the account's does. */
    @Test
    void isDroppedSilentlyWithoutConsent() {
        accepted(record(anonymous(), visitor(visitor, "MARKETING_MAIL"), viewed()), 1);
        Shopper reserved = Shopper.anew(graph);
        accepted(record(reserved, visitor(visitor, "ANALYTICS"), viewed()), 1);
        assertThat(told("visitor_" + visitor)).isEmpty();
        assertThat(told(reserved.id().toString())).isEmpty();
        assertThat(seen("visitor_" + visitor) + seen(reserved.id().toString())).isZero();
    }

    @Test
    void isDroppedOnceConsentIsTakenBack() {
        accepted(record(owner, null, viewed()), 1);
        owner.asks("""
                mutation {
                  consentUpdate(decisions: [{purpose: ANALYTICS, granted: false, version: "2026-11"}]) {
                    userErrors { code }
                  }
                }""")
                .path("consentUpdate.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        accepted(record(owner, null, viewed()), 1);
        assertThat(told(owner.id().toString())).hasSize(1);
    }

    @Test
    void happenedWithinADay() {
        Instant now = Instant.now();
        accepted(
                record(
                        owner,
                        null,
                        at(now.plus(Duration.ofDays(3))),
                        at(now.minus(Duration.ofDays(3))),
                        at(now.minus(Duration.ofHours(3)))),
                3);
        var times = told(owner.id().toString()).stream()
                .map(fact -> Instant.parse(fact.data().get("at").asString()))
                .toList();
        assertThat(times.get(0)).isBetween(now.minusSeconds(1), now.plusSeconds(20));
        assertThat(Duration.between(times.get(1), now))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24).plusSeconds(1));
        assertThat(Duration.between(times.get(2), now))
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusSeconds(1));
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
        assertThat(told(owner.id().toString())).isEmpty();
    }

    @Test
    void comesInBatchesOfOneToAHundred() {
        for (int count : new int[] {0, 101}) {
            record(owner, null, many(count))
                    .path("behaviourRecord.userErrors[0].field")
                    .entityList(String.class)
                    .containsExactly("events");
        }
        accepted(record(owner, null, many(100)), 100);
        assertThat(told(owner.id().toString())).hasSize(100);
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
        accepted(record(anonymous(), visitor(visitor, "ANALYTICS"), viewed()), 1);
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
        accepted(record(anonymous(), visitor(visitor), viewed()), 1);
    }

    private List<Told> told(String key) {
        Flux<Told> facts = database.sql("select type, data from told where key = :key")
                .bind("key", key)
                .map(row -> new Told(
                        String.valueOf(row.get("type", String.class)),
                        JsonMapper.shared().readTree(String.valueOf(row.get("data", String.class)))))
                .all();
        return facts.collectList().blockOptional().orElseThrow();
    }

    private long seen(String actor) {
        return database.sql("select count(*) from behaviour_seen where actor = :actor")
                .bind("actor", actor)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private Shopper anonymous() {
        return new Shopper(owner.id(), graph);
    }

    private static Map<String, Object> visitor(String id, String... consents) {
        return Map.of("id", id, "consents", List.of(consents));
    }

    private static Map<String, Object> viewed() {
        return event("VIEWED", "productId", PRODUCT);
    }

    private static Map<String, Object> searched(String query) {
        return event("SEARCHED", "query", query);
    }

    private static Map<String, Object> at(Instant time) {
        var event = viewed();
        event.put("at", time.toString());
        return event;
    }

    private static Map<String, Object> event(String kind, Object... fields) {
        Map<String, Object> event = new HashMap<>();
        event.put("id", UUID.randomUUID().toString());
        event.put("kind", kind);
        event.put("at", Instant.now().toString());
        for (int i = 0; i < fields.length; i += 2) {
            event.put((String) fields[i], fields[i + 1]);
        }
        return event;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object>[] many(int count) {
        return IntStream.range(0, count).mapToObj(_ -> viewed()).toArray(Map[]::new);
    }

    private static void accepted(Response answer, int count) {
        answer.path("behaviourRecord.userErrors").entityList(Object.class).hasSize(0);
        answer.path("behaviourRecord.accepted").entity(int.class).isEqualTo(count);
    }

    @SafeVarargs
    private static Response record(
            Shopper viewer, @Nullable Map<String, Object> visitor, Map<String, Object>... events) {
        return viewer.graph()
                .document("""
                        mutation($events: [BehaviourInput!]!, $visitor: VisitorInput) {
                          behaviourRecord(events: $events, visitor: $visitor) {
                            accepted userErrors { field message code }
                          }
                        }""")
                .variable("events", List.of(events))
                .variable("visitor", visitor)
                .execute();
    }
}
