package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

/** What an owner has allowed programs, as their own data. */
@RunningSubgraph
class ConsentDataIT {

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ConsentData consents;

    @Test
    void isHandedOutAndForgotten() {
        var dance = new Dance(http, graph, clients);
        dance.code(dance.publicClient());
        var other = new Dance(http, graph, clients);
        other.code(other.publicClient());

        assertThat(programs(dance)).singleElement().satisfies(program -> {
            assertThat(program).containsKey("grantedAt").containsEntry("program", "A <b>client</b>");
            assertThat(program.get("scopes"))
                    .asInstanceOf(list(String.class))
                    .containsExactlyInAnyOrder("openid", "profile", "orders:read");
        });
        StepVerifier.create(consents.erase(id(dance))).verifyComplete();
        assertThat(programs(dance)).isEmpty();
        assertThat(codes(dance)).isZero();
        assertThat(programs(other)).hasSize(1);
        assertThat(codes(other)).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> programs(Dance dance) {
        var export = owner(dance)
                .document("{ me { dataExport } }")
                .execute()
                .path("me.dataExport.consents.programs")
                .entity(List.class)
                .get();
        return (List<Map<String, Object>>) export;
    }

    private long codes(Dance dance) {
        return database.sql("select count(*) from oauth_code where user_id = :user")
                .bind("user", id(dance).uuid())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private UserId id(Dance dance) {
        String id = owner(dance)
                .document("{ me { id } }")
                .execute()
                .path("me.id")
                .entity(String.class)
                .get();
        return UserId.parse("id", id);
    }

    private HttpGraphQlTester owner(Dance dance) {
        var visitor = new Visitor(graph);
        String token = visitor.signIn(dance.email, Visitor.PASSWORD)
                .path("customerAccessTokenCreate.accessToken")
                .entity(String.class)
                .get();
        return visitor.with(token).graph();
    }
}
