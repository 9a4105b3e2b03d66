package io.asyncflow.user.event.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.events.EventId;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@RunningSubgraph
@FreshDatabase
class DeadLetterFieldsIT {

    /** Nobody handles it here, so that nothing else takes it up. */
    private static final String GROUP = "nobody";

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    private Shopper admin;

    @BeforeEach
    void arrive() {
        StepVerifier.create(database.sql("delete from events.waiting").then()).verifyComplete();
        admin = Shopper.with(Role.ADMIN, graph, database);
    }

    @Test
    void showWhatDiedAndWhatWaitsBehindIt() {
        EventId first = dies("a");
        EventId second = dies("b");
        waits("a");
        var answer = admin.asks("""
                {
                  userDeadLetters {
                    nodes { id group type key data happenedAt waitingSince attempts reason behind }
                  }
                }""")
                .path("userDeadLetters.nodes")
                .entityList(Map.class)
                .get();
        assertThat(answer).extracting(node -> node.get("id")).containsExactly(first.toString(), second.toString());
        assertThat(answer.getFirst())
                .containsEntry("group", GROUP)
                .containsEntry("type", "stock.replenished")
                .containsEntry("key", "a")
                .containsEntry("data", Map.of("available", 3))
                .containsEntry("attempts", 8)
                .containsEntry("reason", "it broke")
                .containsEntry("behind", 1);
        assertThat(answer.getLast()).containsEntry("behind", 0);
    }

    @Test
    void comeInPages() {
        EventId first = dies("a");
        EventId second = dies("b");
        EventId third = dies("c");
        var page = admin.asks("{ userDeadLetters(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }");
        page.path("userDeadLetters.nodes[*].id")
                .entityList(String.class)
                .containsExactly(first.toString(), second.toString());
        page.path("userDeadLetters.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        String cursor = page.path("userDeadLetters.pageInfo.endCursor")
                .entity(String.class)
                .get();
        var rest = admin.asks(
                "{ userDeadLetters(first: 2, after: \"" + cursor + "\") { nodes { id } pageInfo { hasNextPage } } }");
        rest.path("userDeadLetters.nodes[*].id").entityList(String.class).containsExactly(third.toString());
        rest.path("userDeadLetters.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void areReplayed() {
        EventId one = dies("a");
        EventId other = dies("b");
        var answer = change("userDeadLettersReplay", one.toString());
        assertThat(count(answer, "userDeadLettersReplay")).isEqualTo(1);
        assertThat(state(one)).isEqualTo("alive after 0");
        assertThat(state(other)).isEqualTo("dead after 8");
        assertThat(userErrors(change("userDeadLettersReplay", one.toString()), "userDeadLettersReplay"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void areDiscarded() {
        EventId one = dies("a");
        EventId other = dies("b");
        EventId waiting = waits("c");
        var answer = change("userDeadLettersDiscard", one.toString(), waiting.toString());
        assertThat(count(answer, "userDeadLettersDiscard")).isEqualTo(1);
        assertThat(state(one)).isEqualTo("gone");
        assertThat(state(waiting)).isEqualTo("alive after 0");
        assertThat(state(other)).isEqualTo("dead after 8");
        assertThat(userErrors(change("userDeadLettersDiscard", one.toString()), "userDeadLettersDiscard"))
                .containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"userDeadLettersReplay", "userDeadLettersDiscard"})
    void areChangedForOneGroup(String mutation) {
        EventId one = dies("a");
        String document = "mutation { " + mutation + "(ids: [\"" + one + "\"], group: \"%s\") { count } }";
        assertThat(count(admin.asks(document.formatted("somebody")), mutation)).isZero();
        assertThat(state(one)).isEqualTo("dead after 8");
        assertThat(count(admin.asks(document.formatted(GROUP)), mutation)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userDeadLettersReplay", "userDeadLettersDiscard"})
    void areNamedByIdsOfEvents(String mutation) {
        EventId one = dies("a");
        assertThat(fault(change(mutation, one.toString(), "user_01h455vb4pex5vsknk084sn02q")))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(fault(change(mutation, "' or true --"))).isEqualTo("BAD_USER_INPUT");
        assertThat(fault(change(mutation))).isEqualTo("BAD_USER_INPUT");
        assertThat(state(one)).isEqualTo("dead after 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ userDeadLetters { nodes { id } } }",
                "mutation { userDeadLettersReplay(ids: [\"%s\"]) { count } }",
                "mutation { userDeadLettersDiscard(ids: [\"%s\"]) { count } }"
            })
    void areForAdministratorsOnly(String document) {
        EventId one = dies("a");
        String asked = document.formatted(one);
        assertThat(fault(graph.document(asked).execute())).isEqualTo("UNAUTHENTICATED");
        assertThat(fault(Shopper.anew(graph).asks(asked))).isEqualTo("FORBIDDEN");
        assertThat(fault(Shopper.with(Role.STAFF, graph, database).asks(asked))).isEqualTo("FORBIDDEN");
        assertThat(state(one)).isEqualTo("dead after 8");
    }

    private EventId dies(String key) {
        return parked(key, true);
    }

    private EventId waits(String key) {
        return parked(key, false);
    }

    private EventId parked(String key, boolean dead) {
        var id = new EventId(Uuid7.next(Clock.systemUTC()));
        StepVerifier.create(database.sql("""
                                insert into events.waiting
                                    (consumer_group, line, event_id, type, key, happened_at, data, attempts, next_attempt_at,
                                     dead, reason, waiting_since)
                                values (:group, 'stock:' || :key, :id, 'stock.replenished', :key, now(), '{"available": 3}',
                                    case when :dead then 8 else 0 end, now(), :dead,
                                    case when :dead then 'it broke' end, now())""")
                        .bind("group", GROUP)
                        .bind("id", id.uuid())
                        .bind("key", key)
                        .bind("dead", dead)
                        .then())
                .verifyComplete();
        return id;
    }

    private String state(EventId id) {
        return database.sql("""
                        select (case when dead then 'dead' else 'alive' end) || ' after ' || attempts
                        from events.waiting
                        where event_id = :id""")
                .bind("id", id.uuid())
                .mapValue(String.class)
                .one()
                .defaultIfEmpty("gone")
                .blockOptional()
                .orElseThrow();
    }

    private Response change(String mutation, String... ids) {
        return admin.graph()
                .document("mutation($ids: [ID!]!) { " + mutation + "(ids: $ids) { count userErrors { code } } }")
                .variable("ids", List.of(ids))
                .execute();
    }

    private static int count(Response answer, String mutation) {
        return answer.path(mutation + ".count").entity(int.class).get();
    }

    private static List<String> userErrors(Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }

    private static String fault(Response answer) {
        var codes = new ArrayList<String>();
        answer.errors()
                .satisfy(errors -> errors.forEach(
                        error -> codes.add(String.valueOf(error.getExtensions().get("code")))));
        return String.join(",", codes);
    }
}
