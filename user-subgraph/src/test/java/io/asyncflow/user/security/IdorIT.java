package io.asyncflow.user.security;

import static io.asyncflow.user.security.Answers.ask;
import static io.asyncflow.user.security.Answers.errorsOf;
import static io.asyncflow.user.security.Answers.leaves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.asyncflow.support.identity.Role;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.password.ObservedHashing;
import io.asyncflow.user.security.Graph.Values;
import io.asyncflow.user.security.Rule.Open;
import io.asyncflow.user.security.Rule.Own;
import io.asyncflow.user.security.Rule.Owned;
import io.asyncflow.user.security.Rule.Staff;
import io.asyncflow.user.token.AccessTokenIssuer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/**
 * Insecure direct object references: somebody uses the ids of somebody else. The fields and their arguments are read
 * from the schema.
 */
@RunningSubgraph
class IdorIT {

    private static final Pattern ID = Pattern.compile("[a-z]+_[0-9a-hjkmnp-tv-z]{26}");
    private static final String NOTHING = "01h455vb4pex5vsknk084sn99q";

    /** What has no meaning of its own, or is everybody's to know. */
    private static final Set<String> HARMLESS =
            Set.of("product_01h455vb4pex5vsknk084sn02q", "variant_01h455vb4pex5vsknk084sn02q", "2026-11");

    @Autowired
    private GraphQlSource source;

    @Autowired
    private HttpGraphQlTester tester;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private AccessTokenIssuer issuer;

    @Autowired
    private ObservedHashing hashing;

    private Graph graph;
    private Shopper owner;

    @AfterEach
    void hashInEarnest() {
        hashing.reset();
    }

    @BeforeEach
    void possess() {
        hashing.makeCheap();
        graph = new Graph(source.schema());
        owner = Shopper.anew(tester);
        for (String document : Rules.POSSESSIONS) {
            assertThat(errorsOf(ask(owner, document))).as(document).isEmpty();
        }
        String grant =
                "mutation { pointsGrant(userId: \"%s\", amount: 4711, reason: \"for the owner alone\", key: \"k\")"
                        + " { userErrors { message } } }";
        var staff = Shopper.with(Role.STAFF, tester, database);
        assertThat(errorsOf(ask(staff, grant.formatted(owner.id())))).isEmpty();
    }

    /** Otherwise there would be nothing that the other tests could find. */
    @Test
    void theOwnerSeesSomethingInEachOwnedField() {
        JsonNode entity = entity(owner, graph.everythingOf("User", Values::plausible));
        owned().forEach(field ->
                assertThat(leaves(entity.get(name(field)))).as(field).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> ownedFieldsAreNullForOthers() {
        return owned().stream()
                .map(field -> dynamicTest(
                        field,
                        () -> others().forEach(other -> {
                            JsonNode entity = entity(other, "{ " + graph.selectionOf(field, Values::plausible) + " }");
                            assertThat(entity.get(name(field)).isNull())
                                    .as(entity.toString())
                                    .isTrue();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> entitiesGiveNothingAwayToOthers() {
        return graph.entities().stream()
                .map(type -> dynamicTest(type, () -> {
                    Set<String> secrets = secrets();
                    for (String id : ids()) {
                        for (Shopper other : others()) {
                            String answer = ask(
                                            other,
                                            "{ _entities(representations: [{__typename: \"" + type + "\", id: \""
                                                    + id + "\"}]) { ... on " + type
                                                    + graph.everythingOf(type, Values::plausible)
                                                    + " } }")
                                    .toString();
                            assertGivesNothingAway(answer, secrets, id);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> rootFieldsGiveNothingAwayAndChangeNothingOfOthers() {
        return graph.rootFields().stream()
                .filter(root -> !root.startsWith("Query._"))
                .map(root -> dynamicTest(root, () -> {
                    Set<String> secrets = secrets();
                    JsonNode before = everything();
                    var others = others();
                    var asked = new LinkedHashMap<String, String>();
                    ids().forEach(id -> graph.operations(root, id).forEach(operation -> asked.put(operation, id)));
                    asked.forEach((operation, id) -> others.forEach(other ->
                            assertGivesNothingAway(ask(other, operation).toString(), secrets, id)));
                    assertThat(everything()).isEqualTo(before);
                }));
    }

    /** So that nobody learns which ids there are. */
    @TestFactory
    Stream<DynamicTest> idsOfOthersAreAnsweredLikeIdsOfNothing() {
        return graph.rootFields().stream()
                .filter(root -> switch (Rules.OF_ROOT_FIELDS.get(root)) {
                    case Open _, Own _ -> false;
                    case Owned _, Staff _ -> true;
                })
                .map(root -> dynamicTest(root, () -> {
                    Shopper stranger = stranger();
                    for (String id : ids()) {
                        String nothing = id.substring(0, id.lastIndexOf('_') + 1) + NOTHING;
                        var known = graph.operations(root, id);
                        var unknown = graph.operations(root, nothing);
                        for (int i = 0; i < known.size(); i++) {
                            String stolen = ask(stranger, known.get(i)).toString();
                            String empty = ask(stranger, unknown.get(i)).toString();
                            assertThat(stolen.replace(id, nothing))
                                    .as(known.get(i))
                                    .isEqualTo(empty);
                        }
                    }
                }));
    }

    private static List<String> owned() {
        return Rules.OF_ENTITY_FIELDS.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Owned)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything that the owner can see. */
    private JsonNode everything() {
        return ask(owner, "{ me" + graph.everythingOf("User", Values::plausible) + " }");
    }

    /** The ids of everything that the owner has. */
    private Set<String> ids() {
        var ids = new LinkedHashSet<String>();
        leaves(everything()).stream()
                .filter(text -> ID.matcher(text).matches() && !HARMLESS.contains(text))
                .forEach(ids::add);
        assertThat(ids).contains(owner.id().toString()).hasSizeGreaterThan(1);
        return ids;
    }

    /** What the owner alone can see: everything but what a stranger sees of the account. */
    private Set<String> secrets() {
        var secrets = new TreeSet<>(leaves(everything()));
        var anybody = leaves(entity(anonymous(), graph.everythingOf("User", Values::plausible)));
        secrets.removeAll(anybody);
        secrets.removeAll(HARMLESS);
        secrets.removeIf(text -> text.length() < 8 || text.matches("[A-Z_a-z]+"));
        assertThat(secrets).contains("for the owner alone");
        return secrets;
    }

    private static void assertGivesNothingAway(String answer, Set<String> secrets, String asked) {
        for (String secret : secrets) {
            if (!secret.equals(asked)) {
                assertThat(answer).doesNotContain(secret);
            }
        }
    }

    private JsonNode entity(Shopper viewer, String selection) {
        return ask(
                        viewer,
                        "{ _entities(representations: [{__typename: \"User\", id: \"" + owner.id()
                                + "\"}]) { ... on User" + (selection.startsWith(" ") ? selection : " " + selection)
                                + " } }")
                .path("data")
                .path("_entities")
                .path(0);
    }

    private List<Shopper> others() {
        return List.of(stranger(), anonymous(), Programs.actingFor(owner.id(), issuer, tester));
    }

    /** A new one for each field: what they try may end their own session or account. */
    private Shopper stranger() {
        return Shopper.anew(tester);
    }

    private Shopper anonymous() {
        return new Shopper(owner.id(), tester);
    }

    private static String name(String coordinate) {
        return coordinate.substring(coordinate.indexOf('.') + 1);
    }
}
