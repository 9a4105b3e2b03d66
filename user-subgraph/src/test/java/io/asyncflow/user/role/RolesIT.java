package io.asyncflow.user.role;

import static io.asyncflow.user.role.People.codes;
import static io.asyncflow.user.role.People.roles;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.role.People.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

@RunningSubgraph
@FreshDatabase
class RolesIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    private People people;
    private Person admin;
    private Person customer;

    @BeforeEach
    void arrive() {
        people = new People(graph, http, database);
        people.degradeAll();
        admin = people.administrator();
        customer = people.person();
    }

    @Test
    void areGivenAndTaken() {
        assertThat(roles(people.assign(admin, customer, "STAFF"))).containsExactly("CUSTOMER", "STAFF");
        assertThat(roles(people.revoke(admin, customer, "CUSTOMER"))).containsExactly("STAFF");
        assertThat(codes(people.revoke(admin, customer, "STAFF"))).containsExactly("CONFLICT");
    }

    @Test
    void endTheSessionsThatHadOthers() {
        assertThat(people.status(customer)).isEqualTo(200);
        people.assign(admin, customer, "PARTNER");
        assertThat(people.status(customer)).isEqualTo(401);
        assertThat(people.status(admin)).isEqualTo(200);
    }

    @Test
    void areRememberedWithWhoAndWhy() {
        people.assign(admin, customer, "STAFF");
        var change = people.as(admin)
                .document(
                        "query($user: ID!) { roleChanges(userId: $user) { nodes { reason rolesBefore rolesAfter user { id } changedBy { id } } } }")
                .variable("user", customer.id())
                .execute()
                .path("roleChanges.nodes")
                .entityList(Map.class)
                .get();
        assertThat(change)
                .singleElement()
                .satisfies(only -> assertThat(only)
                        .containsEntry("reason", "because")
                        .containsEntry("rolesBefore", List.of("CUSTOMER"))
                        .containsEntry("rolesAfter", List.of("CUSTOMER", "STAFF"))
                        .containsEntry("user", Map.of("id", customer.id()))
                        .containsEntry("changedBy", Map.of("id", admin.id())));
        people.assign(admin, customer, "STAFF");
        people.as(admin)
                .document("query($user: ID!) { roleChanges(userId: $user) { nodes { id } } }")
                .variable("user", customer.id())
                .execute()
                .path("roleChanges.nodes")
                .entityList(Object.class)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update role_change set reason = 'none of your business'", "delete from role_change"})
    void areRememberedForGood(String sql) {
        people.assign(admin, customer, "STAFF");
        StepVerifier.create(database.sql(sql).then())
                .verifyErrorSatisfies(
                        refused -> assertThat(refused).hasStackTraceContaining("changes of roles are never changed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ users { nodes { id } } }",
                "{ user(id: \"user_01h455vb4pex5vsknk084sn02q\") { id } }",
                "{ roleChanges { nodes { id } } }",
                "{ partners { nodes { id } } }",
                "{ partner(id: \"partner_01h455vb4pex5vsknk084sn02q\") { id } }",
                "mutation { roleAssign(userId: \"x\", roles: [ADMIN], reason: \"x\") { user { id } } }",
                "mutation { roleRevoke(userId: \"x\", roles: [ADMIN], reason: \"x\") { user { id } } }",
                "mutation { signingKeyRevoke(keyId: \"x\") { revokedKeyId } }",
                "mutation { partnerCreate(input: {name: \"x\", contactEmail: \"x\"}) { partner { id } } }",
                "mutation { partnerStatusSet(id: \"x\", status: ACTIVE) { partner { id } } }",
                "mutation { apiKeyCreate(input: {partnerId: \"x\", name: \"x\", scopes: []}) { secret } }",
                "mutation { apiKeyRevoke(id: \"x\") { apiKey { id } } }",
                "mutation { oauthClientCreate(input: {name: \"x\", grants: [], scopes: []}) { clientSecret } }",
                "mutation { oauthClientDisable(clientId: \"x\") { client { clientId } } }"
            })
    void areNeededForWhatRunsTheShop(String document) {
        assertThat(fault(graph, document)).isEqualTo("UNAUTHENTICATED");
        assertThat(fault(people.as(customer), document)).isEqualTo("FORBIDDEN");
    }

    /** Strangers are {@link io.asyncflow.user.security.IdorIT}'s. */
    @Test
    void areSeenByTheOwnerAndTheShopsPeople() {
        people.assign(admin, customer, "STAFF");
        var staff = people.signedIn(customer);
        people.as(staff)
                .document("{ me { roles } }")
                .execute()
                .path("me.roles")
                .entityList(String.class)
                .containsExactly("CUSTOMER", "STAFF");
        people.as(staff)
                .document("query($id: ID!) { user(id: $id) { email roles } }")
                .variable("id", admin.id())
                .execute()
                .path("user.roles")
                .entityList(String.class)
                .containsExactly("CUSTOMER", "ADMIN");
    }

    @Test
    void letStaffLookPeopleUp() {
        people.assign(admin, customer, "STAFF");
        var staff = people.signedIn(customer);
        people.as(staff)
                .document("query($id: ID!) { user(id: $id) { id } }")
                .variable("id", admin.id())
                .execute()
                .path("user.id")
                .entity(String.class)
                .isEqualTo(admin.id());
        people.as(staff)
                .document("query($q: String!) { users(query: $q) { nodes { id } pageInfo { hasNextPage } } }")
                .variable("q", customer.email().toUpperCase().substring(0, 20))
                .execute()
                .path("users.nodes[*].id")
                .entityList(String.class)
                .containsExactly(customer.id());
        var first = people.as(staff)
                .document("{ users(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }")
                .execute();
        first.path("users.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        String cursor =
                first.path("users.pageInfo.endCursor").entity(String.class).get();
        String id = first.path("users.nodes[0].id").entity(String.class).get();
        people.as(staff)
                .document("query($after: String) { users(first: 250, after: $after) { nodes { id } } }")
                .variable("after", cursor)
                .execute()
                .path("users.nodes[*].id")
                .entityList(String.class)
                .satisfies(rest -> assertThat(rest).doesNotContain(id).contains(customer.id()));
        assertThat(fault(people.as(staff), "{ roleChanges { nodes { id } } }")).isEqualTo("FORBIDDEN");
    }

    @Test
    void refuseBadInput() {
        assertThat(codes(people.assign(admin, new Person("", "product_1", ""), "STAFF")))
                .containsExactly("INVALID");
        assertThat(codes(people.assign(
                        admin,
                        new Person(
                                "",
                                UserId.parse("id", "user_01h455vb4pex5vsknk084sn02q")
                                        .toString(),
                                ""),
                        "STAFF")))
                .containsExactly("NOT_FOUND");
        var blank = people.as(admin)
                .document(People.mutation("roleAssign"))
                .variable("user", customer.id())
                .variable("roles", List.of())
                .variable("reason", " ")
                .execute();
        assertThat(codes(blank)).containsExactly("INVALID", "INVALID");
    }

    private static String fault(HttpGraphQlTester as, String document) {
        var code = new String[1];
        as.document(document)
                .execute()
                .errors()
                .satisfy(errors -> code[0] =
                        String.valueOf(errors.getFirst().getExtensions().get("code")));
        return code[0];
    }
}
