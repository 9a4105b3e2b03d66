package io.asyncflow.user.point;

import static io.asyncflow.user.Shopper.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

@RunningSubgraph
class PointGraphIT {

    private static final String MINE =
            "{ me { points { balance available held entries { nodes { kind delta held reason at expiresAt } } } } }";

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private StatementCounter statements;

    @Autowired
    private Points points;

    private Shopper owner;
    private Shopper staff;

    @BeforeEach
    void arrive() {
        owner = Shopper.anew(graph);
        staff = Shopper.with(Role.STAFF, graph, database);
    }

    @Test
    void showNothingToWhoHasNeverHadPoints() {
        var seen = owner.asks(MINE);
        seen.path("me.points.balance").entity(int.class).isEqualTo(0);
        seen.path("me.points.entries.nodes").entityList(Object.class).hasSize(0);
    }

    @Test
    void areGrantedOnceForEachKey() {
        grant(staff, owner.id().toString(), 500, "Welcome", "welcome")
                .path("pointsGrant.points.balance")
                .entity(int.class)
                .isEqualTo(500);
        grant(staff, owner.id().toString(), 500, "Welcome", "welcome")
                .path("pointsGrant.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        assertUserError(
                grant(staff, owner.id().toString(), 501, "Welcome", "welcome"), "IDEMPOTENCY_KEY_REUSED", "key");
        var seen = owner.asks(MINE);
        seen.path("me.points.balance").entity(int.class).isEqualTo(500);
        seen.path("me.points.entries.nodes[*].kind").entityList(String.class).containsExactly("EARN");
        Instant at = instant(seen, "at");
        assertThat(Duration.between(at, instant(seen, "expiresAt")))
                .isBetween(
                        Duration.ofDays(365).minusSeconds(5),
                        Duration.ofDays(365).plusSeconds(5));
    }

    @Test
    void areGrantedByThoseWhoWorkForTheShopOnly() {
        assertError(grant(owner, owner.id().toString(), 5, "Mine", "mine"), "FORBIDDEN");
        assertError(grant(new Shopper(owner.id(), graph), owner.id().toString(), 5, "Mine", "mine"), "UNAUTHENTICATED");
        owner.asks(MINE).path("me.points.balance").entity(int.class).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "user_1,                          5,          why, key, INVALID,       userId",
        "user_01h455vb4pex5vsknk084sn02q, 5,          why, key, NOT_FOUND,     userId",
        "owner,                           0,          why, key, INVALID,       amount",
        "owner,                           -5,         why, key, INVALID,       amount",
        "owner,                           1000000001, why, key, INVALID,       amount",
        "owner,                           5,          ' ', key, INVALID,       reason",
        "owner,                           5,          why, ' ', INVALID,       key"
    })
    void areNotGrantedToNobodyOrForNothing(
            String user, int amount, String reason, String key, String code, String field) {
        String id = user.equals("owner") ? owner.id().toString() : user;
        assertUserError(grant(staff, id, amount, reason, key), code, field);
    }

    @Test
    void areNotGrantedToAnAccountThatIsClosed() {
        String closed = owner.id().toString();
        grant(staff, closed, 5, "Welcome", "welcome");
        owner.asks("mutation { accountDelete(password: \"" + Visitor.PASSWORD + "\") { userErrors { code } } }")
                .path("accountDelete.userErrors")
                .entityList(Object.class)
                .hasSize(0);
        assertUserError(grant(staff, closed, 5, "Come back", "come back"), "NOT_FOUND", "userId");
    }

    @Test
    void areNotGrantedBeyondWhatAnAccountMayHave() {
        grant(staff, owner.id().toString(), 1_000_000_000, "Much", "1");
        grant(staff, owner.id().toString(), 1_000_000_000, "Much", "2");
        assertUserError(grant(staff, owner.id().toString(), 1, "More", "3"), "LIMIT_REACHED", "amount");
    }

    @Test
    void areSeenByTheirOwnerAndThoseWhoWorkForTheShop() {
        grant(staff, owner.id().toString(), 7, "Welcome", "welcome");
        entities(staff, List.of(owner.id()))
                .path("_entities[0].points.balance")
                .entity(int.class)
                .isEqualTo(7);
        entities(owner, List.of(owner.id()))
                .path("_entities[0].points.balance")
                .entity(int.class)
                .isEqualTo(7);
        for (var stranger : List.of(Shopper.anew(graph), new Shopper(owner.id(), graph))) {
            entities(stranger, List.of(owner.id())).path("_entities[0].points").valueIsNull();
        }
    }

    @Test
    void areThereForWhoHasJustRegistered() {
        graph.document("""
                        mutation($input: CustomerInput!) {
                          customerCreate(input: $input) { user { points { balance entries { nodes { id } } } } }
                        }""")
                .variable("input", Map.of("email", Visitor.anyEmail(), "password", Visitor.PASSWORD))
                .execute()
                .path("customerCreate.user.points.balance")
                .entity(int.class)
                .isEqualTo(0);
    }

    @Test
    void arePagedTheNewestFirst() {
        var order = new OrderId(Uuid7.next(Clock.systemUTC()));
        var earned = Flux.range(1, 5)
                .concatMap(i -> points.earn(new PointRequest(owner.id(), "k" + i, i, "r" + i, order), null));
        StepVerifier.create(earned).expectNextCount(5).verifyComplete();
        var reasons = new ArrayList<String>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            var seen = owner.asks("{ me { points { entries(first: 2" + after
                    + ") { nodes { reason order { id } } pageInfo { hasNextPage endCursor } } } } }");
            seen.path("me.points.entries.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .isEqualTo(page < 2);
            seen.path("me.points.entries.nodes[0].order.id")
                    .entity(String.class)
                    .isEqualTo(order.toString());
            reasons.addAll(seen.path("me.points.entries.nodes[*].reason")
                    .entityList(String.class)
                    .get());
            after = ", after: \""
                    + seen.path("me.points.entries.pageInfo.endCursor")
                            .entity(String.class)
                            .get() + "\"";
        }
        assertThat(reasons).containsExactly("r5", "r4", "r3", "r2", "r1");
    }

    @Test
    void areReadForManyAccountsByOneStatement() {
        var users = Stream.generate(() -> new PointShop(database).account())
                .limit(20)
                .toList();
        entities(staff, users);
        statements.reset();
        entities(staff, users)
                .path("_entities[*].points.balance")
                .entityList(Integer.class)
                .hasSize(20);
        assertThat(statements.statements().stream().filter(sql -> sql.contains("point_")))
                .hasSize(1);
    }

    private static Instant instant(Response seen, String field) {
        return Instant.parse(seen.path("me.points.entries.nodes[0]." + field)
                .entity(String.class)
                .get());
    }

    private static Response entities(Shopper viewer, List<UserId> users) {
        return viewer.graph()
                .document("""
                        query($users: [_Any!]!) {
                          _entities(representations: $users) { ... on User { points { balance } } }
                        }""")
                .variable(
                        "users",
                        users.stream()
                                .map(user -> Map.of("__typename", "User", "id", user.toString()))
                                .toList())
                .execute();
    }

    private static Response grant(Shopper viewer, String user, int amount, String reason, String key) {
        return viewer.graph()
                .document("""
                        mutation($user: ID!, $amount: Int!, $reason: String!, $key: String!) {
                          pointsGrant(userId: $user, amount: $amount, reason: $reason, key: $key) {
                            entry { id kind } points { balance } userErrors { field message code }
                          }
                        }""")
                .variable("user", user)
                .variable("amount", amount)
                .variable("reason", reason)
                .variable("key", key)
                .execute();
    }

    private static void assertUserError(Response answer, String code, String field) {
        answer.path("pointsGrant.userErrors[*].code").entityList(String.class).containsExactly(code);
        answer.path("pointsGrant.userErrors[0].field").entityList(String.class).containsExactly(field);
        answer.path("pointsGrant.entry").valueIsNull();
    }
}
