package io.asyncflow.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

@RunningSubgraph
@FreshDatabase
class RolesIT {

    /** Somebody with an account, and what they have signed in with. */
    private record Person(String email, String id, String token) {}

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    private Person admin;
    private Person customer;

    @BeforeEach
    void arrive() {
        execute("update account set roles = array ['CUSTOMER']");
        admin = administrator();
        customer = person();
    }

    @Test
    void areGivenAndTaken() {
        assertThat(roles(assign(admin, customer, "STAFF"))).containsExactly("CUSTOMER", "STAFF");
        assertThat(roles(revoke(admin, customer, "CUSTOMER"))).containsExactly("STAFF");
        assertThat(codes(revoke(admin, customer, "STAFF"))).containsExactly("CONFLICT");
    }

    @Test
    void endTheSessionsThatHadOthers() {
        assertThat(status(customer)).isEqualTo(200);
        assign(admin, customer, "PARTNER");
        assertThat(status(customer)).isEqualTo(401);
        assertThat(status(admin)).isEqualTo(200);
    }

    @Test
    void areRememberedWithWhoAndWhy() {
        assign(admin, customer, "STAFF");
        var change = as(admin)
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
        assign(admin, customer, "STAFF");
        as(admin)
                .document("query($user: ID!) { roleChanges(userId: $user) { nodes { id } } }")
                .variable("user", customer.id())
                .execute()
                .path("roleChanges.nodes")
                .entityList(Object.class)
                .hasSize(1);
    }

    @Test
    void leaveTheShopAnAdministrator() {
        assertThat(codes(revoke(admin, admin, "ADMIN"))).containsExactly("CONFLICT");
        Person second = administrator();
        assertThat(roles(revoke(admin, second, "ADMIN"))).containsExactly("CUSTOMER");
        assertThat(codes(revoke(admin, admin, "ADMIN"))).containsExactly("CONFLICT");
    }

    /** Each alone would be fine. */
    @Test
    void leaveTheShopAnAdministratorWhenTwoDemoteEachOther() {
        Person second = administrator();
        var outcomes = Flux.just(List.of(admin, second), List.of(second, admin))
                .flatMap(
                        pair -> Mono.fromCallable(() -> demotion(pair.getFirst(), pair.getLast()))
                                .subscribeOn(Schedulers.boundedElastic()),
                        2)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(outcomes).hasSize(2).containsOnlyOnce("done");
        // Who is late has lost the session, or is the last one.
        assertThat(outcomes).containsAnyOf("UNAUTHENTICATED", "CONFLICT");
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void leaveTheShopAnAdministratorWhoCannotGiveUpTheAccount() {
        assertThat(codes(close(admin))).containsExactly("CONFLICT");
        assertThat(status(admin)).isEqualTo(200);
        Person second = administrator();
        assertThat(codes(close(admin))).isEmpty();
        assertThat(codes(close(second))).containsExactly("CONFLICT");
        assertThat(codes(close(customer))).isEmpty();
    }

    @Test
    void leaveTheShopAnAdministratorWhenAllGiveUpTheirAccounts() {
        var closing = Flux.just(admin, administrator(), administrator())
                .flatMap(
                        person ->
                                Mono.fromCallable(() -> codes(close(person))).subscribeOn(Schedulers.boundedElastic()),
                        3)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(closing).containsExactlyInAnyOrder(List.of(), List.of(), List.of("CONFLICT"));
        assertThat(administrators()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update role_change set reason = 'none of your business'", "delete from role_change"})
    void areRememberedForGood(String sql) {
        assign(admin, customer, "STAFF");
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
        assertThat(fault(as(customer), document)).isEqualTo("FORBIDDEN");
    }

    /** Strangers are {@link io.asyncflow.user.security.IdorIT}'s. */
    @Test
    void areSeenByTheOwnerAndTheShopsPeople() {
        assign(admin, customer, "STAFF");
        var staff = signedIn(customer);
        as(staff).document("{ me { roles } }")
                .execute()
                .path("me.roles")
                .entityList(String.class)
                .containsExactly("CUSTOMER", "STAFF");
        as(staff)
                .document("query($id: ID!) { user(id: $id) { email roles } }")
                .variable("id", admin.id())
                .execute()
                .path("user.roles")
                .entityList(String.class)
                .containsExactly("CUSTOMER", "ADMIN");
    }

    @Test
    void letStaffLookPeopleUp() {
        assign(admin, customer, "STAFF");
        var staff = signedIn(customer);
        as(staff)
                .document("query($id: ID!) { user(id: $id) { id } }")
                .variable("id", admin.id())
                .execute()
                .path("user.id")
                .entity(String.class)
                .isEqualTo(admin.id());
        as(staff)
                .document("query($q: String!) { users(query: $q) { nodes { id } pageInfo { hasNextPage } } }")
                .variable("q", customer.email().toUpperCase().substring(0, 20))
                .execute()
                .path("users.nodes[*].id")
                .entityList(String.class)
                .containsExactly(customer.id());
        var first = as(staff)
                .document("{ users(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }")
                .execute();
        first.path("users.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        String cursor =
                first.path("users.pageInfo.endCursor").entity(String.class).get();
        String id = first.path("users.nodes[0].id").entity(String.class).get();
        as(staff)
                .document("query($after: String) { users(first: 250, after: $after) { nodes { id } } }")
                .variable("after", cursor)
                .execute()
                .path("users.nodes[*].id")
                .entityList(String.class)
                .satisfies(rest -> assertThat(rest).doesNotContain(id).contains(customer.id()));
        assertThat(fault(as(staff), "{ roleChanges { nodes { id } } }")).isEqualTo("FORBIDDEN");
    }

    @Test
    void refuseBadInput() {
        assertThat(codes(assign(admin, new Person("", "product_1", ""), "STAFF")))
                .containsExactly("INVALID");
        assertThat(codes(assign(
                        admin,
                        new Person(
                                "",
                                UserId.parse("id", "user_01h455vb4pex5vsknk084sn02q")
                                        .toString(),
                                ""),
                        "STAFF")))
                .containsExactly("NOT_FOUND");
        var blank = as(admin)
                .document(mutation("roleAssign"))
                .variable("user", customer.id())
                .variable("roles", List.of())
                .variable("reason", " ")
                .execute();
        assertThat(codes(blank)).containsExactly("INVALID", "INVALID");
    }

    private Response assign(Person by, Person whom, String role) {
        return as(by).document(mutation("roleAssign"))
                .variables(variables(whom, role))
                .execute();
    }

    private Response revoke(Person by, Person whom, String role) {
        return as(by).document(mutation("roleRevoke"))
                .variables(variables(whom, role))
                .execute();
    }

    private Response close(Person person) {
        return as(person)
                .document("mutation { result: accountDelete(password: \"" + Visitor.PASSWORD
                        + "\") { userErrors { code } } }")
                .execute();
    }

    private String demotion(Person by, Person whom) {
        var answer = http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(by.token()))
                .bodyValue(Map.of("query", mutation("roleRevoke"), "variables", variables(whom, "ADMIN")))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var body = JsonMapper.shared().readTree(String.valueOf(answer.getResponseBody()));
        var codes = body.findValuesAsString("code");
        return codes.isEmpty() ? "done" : String.join(",", codes);
    }

    private long administrators() {
        return database.sql("select count(*) from account where 'ADMIN' = any (roles) and closed_at is null")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static String mutation(String name) {
        return "mutation($user: ID!, $roles: [Role!]!, $reason: String!) { result: " + name
                + "(userId: $user, roles: $roles, reason: $reason) { user { roles } userErrors { code } } }";
    }

    private static Map<String, @Nullable Object> variables(Person whom, String role) {
        return new HashMap<>(Map.of("user", whom.id(), "roles", List.of(role), "reason", " because "));
    }

    private static List<String> roles(Response answer) {
        return answer.path("result.user.roles").entityList(String.class).get();
    }

    private static List<String> codes(Response answer) {
        return answer.path("result.userErrors[*].code").entityList(String.class).get();
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

    private int status(Person person) {
        return http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(person.token()))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private HttpGraphQlTester as(Person person) {
        return new Visitor(graph).with(person.token()).graph();
    }

    private Person administrator() {
        Person person = person();
        execute("update account set roles = array ['CUSTOMER', 'ADMIN'] where email = '" + person.email() + "'");
        return signedIn(person);
    }

    private Person person() {
        String email = Visitor.anyEmail();
        new Visitor(graph).register(email, Visitor.PASSWORD);
        return signedIn(new Person(email, "", ""));
    }

    private Person signedIn(Person person) {
        var answer = new Visitor(graph).signIn(person.email(), Visitor.PASSWORD);
        return new Person(
                person.email(),
                answer.path("customerAccessTokenCreate.user.id")
                        .entity(String.class)
                        .get(),
                answer.path("customerAccessTokenCreate.accessToken")
                        .entity(String.class)
                        .get());
    }

    private void execute(String sql) {
        StepVerifier.create(database.sql(sql).then()).verifyComplete();
    }
}
