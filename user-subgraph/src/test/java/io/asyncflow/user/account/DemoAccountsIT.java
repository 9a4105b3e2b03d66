package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.password.ObservedHashing;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@SubgraphTest
@FreshDatabase
@Import(ObservedHashing.class)
@TestPropertySource(properties = "asyncflow.user.demo-data=true")
class DemoAccountsIT {

    /** Whether the accounts have been seen that the start itself has opened. */
    private static boolean started;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private DemoAccounts demo;

    @Autowired
    private ObservedHashing hashing;

    @BeforeEach
    void awaitReadiness() {
        await().atMost(Duration.ofSeconds(20)).until(this::isReady);
        if (!started) {
            started = true;
            assertAccounts(5);
        }
        hashing.makeCheap();
        execute("delete from account");
        open();
    }

    @Test
    void letEverybodyIn() {
        for (User user : DemoAccounts.all()) {
            var answer = new Visitor(graph).signIn(user.email().text(), DemoAccounts.PASSWORD);
            answer.path("customerAccessTokenCreate.user.id")
                    .entity(String.class)
                    .isEqualTo(user.id().toString());
            answer.path("customerAccessTokenCreate.user.displayName")
                    .entity(String.class)
                    .isEqualTo(user.displayName().text());
            answer.path("customerAccessTokenCreate.user.roles")
                    .entityList(String.class)
                    .containsExactly(user.roles().getFirst().name());
        }
    }

    @Test
    void stayAwayFromAShopThatHasAccounts() {
        execute("delete from account where email <> 'admin@example.com'");
        open();
        assertAccounts(1);
    }

    @Test
    void areThereOnceWhenReplicasStartTogether() {
        execute("delete from account");
        StepVerifier.create(Flux.range(0, 4).flatMap(_ -> demo.openInAnEmptyShop(), 4))
                .verifyComplete();
        assertAccounts(5);
    }

    @Test
    void areThereAllOrNot() {
        execute("delete from account");
        execute("alter table account add constraint no_admin check (email <> 'admin@example.com')");
        StepVerifier.create(demo.openInAnEmptyShop()).verifyError();
        execute("alter table account drop constraint no_admin");
        assertAccounts(0);
    }

    private boolean isReady() {
        return http.get()
                .uri("/readiness")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }

    private void open() {
        StepVerifier.create(demo.openInAnEmptyShop()).verifyComplete();
    }

    private void execute(String sql) {
        StepVerifier.create(database.sql(sql).then()).verifyComplete();
    }

    private void assertAccounts(long expected) {
        StepVerifier.create(database.sql("select count(*) from account")
                        .mapValue(Long.class)
                        .one())
                .assertNext(count -> assertThat(count).isEqualTo(expected))
                .verifyComplete();
    }
}
