package io.asyncflow.user.behaviour;

import io.asyncflow.user.Shopper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do in the shop, and what is told of it. */
record Deeds(HttpGraphQlTester graph, DatabaseClient database) {

    static final String PRODUCT = "product_01h455vb4pex5vsknk084sn02q";
    static final String VARIANT = "variant_01h455vb4pex5vsknk084sn02q";

    /** What was written down for the bus. */
    record Told(String type, JsonNode data) {}

    /** From now on remembers what is told. */
    static Deeds watched(HttpGraphQlTester graph, DatabaseClient database) {
        StepVerifier.create(database.sql("""
                                create table if not exists told (type text, key text, data text);
                                create or replace function tell() returns trigger language plpgsql as $$
                                begin
                                  insert into told values (new.type, new.key, new.data);
                                  return null;
                                end $$;
                                create or replace trigger tell after insert on events.outbox
                                  for each row execute function tell()""").then()).verifyComplete();
        return new Deeds(graph, database);
    }

    /** Somebody who lets the shop count what they do. */
    Shopper consenting() {
        Shopper shopper = Shopper.anew(graph);
        allow(shopper, true);
        return shopper;
    }

    static void allow(Shopper shopper, boolean granted) {
        shopper.asks("mutation { consentUpdate(decisions: [{purpose: ANALYTICS, granted: " + granted
                        + ", version: \"2026-11\"}]) { userErrors { code } } }")
                .path("consentUpdate.userErrors")
                .entityList(Object.class)
                .hasSize(0);
    }

    List<Told> told(String key) {
        Flux<Told> facts = database.sql("select type, data from told where key = :key")
                .bind("key", key)
                .map(row -> new Told(
                        String.valueOf(row.get("type", String.class)),
                        JsonMapper.shared().readTree(String.valueOf(row.get("data", String.class)))))
                .all();
        return facts.collectList().blockOptional().orElseThrow();
    }

    static Map<String, Object> visitor(String id, String... consents) {
        return Map.of("id", id, "consents", List.of(consents));
    }

    static Map<String, Object> viewed() {
        return event("VIEWED", "productId", PRODUCT);
    }

    static Map<String, Object> event(String kind, Object... fields) {
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
    static Map<String, Object>[] many(int count) {
        return IntStream.range(0, count).mapToObj(_ -> viewed()).toArray(Map[]::new);
    }

    @SafeVarargs
    static Response record(Shopper viewer, @Nullable Map<String, Object> visitor, Map<String, Object>... events) {
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

    static void assertAccepted(Response answer, int count) {
        answer.path("behaviourRecord.userErrors").entityList(Object.class).hasSize(0);
        answer.path("behaviourRecord.accepted").entity(int.class).isEqualTo(count);
    }
}
