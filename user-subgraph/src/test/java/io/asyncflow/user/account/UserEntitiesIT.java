package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@RunningSubgraph
class UserEntitiesIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private StatementCounter statements;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(graph);
    }

    @Test
    void answers250RepresentationsWithOneStatement() {
        var ids = new ArrayList<>(open(250));
        Collections.shuffle(ids);
        statements.reset();
        var answer = entities(visitor, ids);
        // Mail goes out meanwhile.
        assertThat(statements.statements())
                .filteredOn(statement -> !statement.contains("letter"))
                .hasSize(1);
        answer.path("_entities[*].id").entityList(String.class).isEqualTo(ids);
    }

    @Test
    void answersTheSameAccountAsOftenAsItIsAskedFor() {
        String id = open(1).getFirst();
        entities(visitor, List.of(id, id, id))
                .path("_entities[*].id")
                .entityList(String.class)
                .containsExactly(id, id, id);
    }

    @Test
    void showsAnAddressToItsOwnerOnly() {
        String stranger = open(1).getFirst();
        var owner = visitor.with(visitor.registered());
        String own = owner.me().path("me.id").entity(String.class).get();
        var seen = entities(owner, List.of(own, stranger));
        seen.path("_entities[0].email").hasValue();
        seen.path("_entities[1].email").valueIsNull();
        seen.path("_entities[1].displayName").hasValue();
        entities(visitor, List.of(own)).path("_entities[0].email").valueIsNull();
    }

    @Test
    void answersNullForAnAccountThatDoesNotExist() {
        String known = open(1).getFirst();
        String unknown = new UserId(Uuid7.next(Clock.systemUTC())).toString();
        var answer = entities(visitor, List.of(unknown, known));
        answer.path("_entities[0]").valueIsNull();
        answer.path("_entities[1].id").entity(String.class).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAMalformedRepresentationAndAnswersTheOthers(Map<String, Object> malformed) {
        String known = open(1).getFirst();
        var answer = representations(visitor, List.of(malformed, Map.of("__typename", "User", "id", known)));
        answer.errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_USER_INPUT")
                            .containsEntry("argument", "id");
                    assertThat(error.getPath()).isEqualTo("_entities[0]");
                }));
        answer.path("_entities[0]").valueIsNull();
        answer.path("_entities[1].id").entity(String.class).isEqualTo(known);
    }

    static Stream<Map<String, Object>> refusesAMalformedRepresentationAndAnswersTheOthers() {
        return Stream.of(
                Map.of("__typename", "User"),
                Map.of("__typename", "User", "id", ""),
                Map.of("__typename", "User", "id", 7),
                Map.of("__typename", "User", "id", "user_1"),
                Map.of("__typename", "User", "id", "product_01h455vb4pex5vsknk084sn02q"),
                Map.of("__typename", "User", "id", "user_" + "0".repeat(100_000)),
                Map.of("__typename", "User", "id", "user_01h455vb4pex5vsknk084sn02\0"));
    }

    @Test
    void tellsTheGatewayItsSchema() {
        graph.document("{ _service { sdl } }")
                .execute()
                .path("_service.sdl")
                .entity(String.class)
                .satisfies(sdl -> assertThat(sdl)
                        .contains("@link(", "type User implements Node @key(fields : \"id\"", "type AuthPayload"));
    }

    private Response entities(Visitor viewer, List<String> ids) {
        return representations(
                viewer,
                ids.stream()
                        .map(id -> Map.<String, Object>of("__typename", "User", "id", id))
                        .toList());
    }

    private static Response representations(Visitor viewer, List<Map<String, Object>> representations) {
        return viewer.graph()
                .document("""
                        query($representations: [_Any!]!) {
                          _entities(representations: $representations) { ... on User { id email displayName roles } }
                        }""")
                .variable("representations", representations)
                .execute();
    }

    /** That many accounts, whose passwords nobody knows. */
    private List<String> open(int count) {
        var ids = Stream.generate(() -> Uuid7.next(Clock.systemUTC()))
                .limit(count)
                .toArray(UUID[]::new);
        StepVerifier.create(database.sql("""
                                insert into account (id, email, display_name, password_hash, roles, created_at)
                                select id, id || '@example.com', 'Somebody', '$argon2id$', '{CUSTOMER}', now()
                                from unnest(:ids) as id""").bind("ids", ids).fetch().rowsUpdated())
                .expectNext((long) count)
                .verifyComplete();
        return Arrays.stream(ids).map(id -> new UserId(id).toString()).toList();
    }
}
