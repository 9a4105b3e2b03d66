package io.asyncflow.user.role;

import io.asyncflow.user.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/** People with roles, and what they do with them. */
record People(HttpGraphQlTester graph, WebTestClient http, DatabaseClient database) {

    /** Somebody with an account, and what they have signed in with. */
    record Person(String email, String id, String token) {}

    /** From now on all are customers. */
    void degradeAll() {
        execute("update account set roles = array ['CUSTOMER']");
    }

    Person administrator() {
        Person person = person();
        execute("update account set roles = array ['CUSTOMER', 'ADMIN'] where email = '" + person.email() + "'");
        return signedIn(person);
    }

    Person person() {
        String email = Visitor.anyEmail();
        new Visitor(graph).register(email, Visitor.PASSWORD);
        return signedIn(new Person(email, "", ""));
    }

    Person signedIn(Person person) {
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

    Response assign(Person by, Person whom, String role) {
        return as(by).document(mutation("roleAssign"))
                .variables(variables(whom, role))
                .execute();
    }

    Response revoke(Person by, Person whom, String role) {
        return as(by).document(mutation("roleRevoke"))
                .variables(variables(whom, role))
                .execute();
    }

    Response close(Person person) {
        return as(person)
                .document("mutation { result: accountDelete(password: \"" + Visitor.PASSWORD
                        + "\") { userErrors { code } } }")
                .execute();
    }

    int status(Person person) {
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

    HttpGraphQlTester as(Person person) {
        return new Visitor(graph).with(person.token()).graph();
    }

    static List<String> roles(Response answer) {
        return answer.path("result.user.roles").entityList(String.class).get();
    }

    static List<String> codes(Response answer) {
        return answer.path("result.userErrors[*].code").entityList(String.class).get();
    }

    static String mutation(String name) {
        return "mutation($user: ID!, $roles: [Role!]!, $reason: String!) { result: " + name
                + "(userId: $user, roles: $roles, reason: $reason) { user { roles } userErrors { code } } }";
    }

    static Map<String, @Nullable Object> variables(Person whom, String role) {
        return new HashMap<>(Map.of("user", whom.id(), "roles", List.of(role), "reason", " because "));
    }

    private void execute(String sql) {
        StepVerifier.create(database.sql(sql).then()).verifyComplete();
    }
}
