package io.asyncflow.user.role;

import static io.asyncflow.user.role.People.codes;
import static io.asyncflow.user.role.People.roles;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.role.People.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The shop always has one administrator. */
@RunningSubgraph
@FreshDatabase
class LastAdministratorIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    private People people;
    private Person admin;

    @BeforeEach
    void arrive() {
        people = new People(graph, http, database);
        people.degradeAll();
        admin = people.administrator();
    }

    @Test
    void staysOne() {
        assertThat(codes(people.revoke(admin, admin, "ADMIN"))).containsExactly("CONFLICT");
        Person second = people.administrator();
        assertThat(roles(people.revoke(admin, second, "ADMIN"))).containsExactly("CUSTOMER");
        assertThat(codes(people.revoke(admin, admin, "ADMIN"))).containsExactly("CONFLICT");
    }

    /** Each alone would be fine. */
    @Test
    void staysWhenTwoDemoteEachOther() {
        Person second = people.administrator();
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
    void cannotGiveUpTheAccount() {
        assertThat(codes(people.close(admin))).containsExactly("CONFLICT");
        assertThat(people.status(admin)).isEqualTo(200);
        Person second = people.administrator();
        assertThat(codes(people.close(admin))).isEmpty();
        assertThat(codes(people.close(second))).containsExactly("CONFLICT");
        assertThat(codes(people.close(people.person()))).isEmpty();
    }

    @Test
    void staysWhenAllGiveUpTheirAccounts() {
        var closing = Flux.just(admin, people.administrator(), people.administrator())
                .flatMap(
                        person -> Mono.fromCallable(() -> codes(people.close(person)))
                                .subscribeOn(Schedulers.boundedElastic()),
                        3)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(closing).containsExactlyInAnyOrder(List.of(), List.of(), List.of("CONFLICT"));
        assertThat(administrators()).isEqualTo(1);
    }

    private String demotion(Person by, Person whom) {
        var answer = http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(by.token()))
                .bodyValue(Map.of("query", People.mutation("roleRevoke"), "variables", People.variables(whom, "ADMIN")))
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
}
