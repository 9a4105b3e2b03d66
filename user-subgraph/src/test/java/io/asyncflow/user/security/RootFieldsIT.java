package io.asyncflow.user.security;

import static io.asyncflow.user.security.Answers.ask;
import static io.asyncflow.user.security.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.password.ObservedHashing;
import io.asyncflow.user.security.Graph.Values;
import io.asyncflow.user.security.Rule.Open;
import io.asyncflow.user.security.Rule.Staff;
import io.asyncflow.user.token.AccessTokenIssuer;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import tools.jackson.databind.JsonNode;

/** Who may use which root field at all. They are read from the schema; one without a {@link Rule} fails. */
@RunningSubgraph
class RootFieldsIT {

    @Autowired
    private GraphQlSource source;

    @Autowired
    private HttpGraphQlTester tester;

    @Autowired
    private AccessTokenIssuer issuer;

    @Autowired
    private ObservedHashing hashing;

    private Graph graph;
    private Shopper customer;

    @BeforeEach
    void arrive() {
        hashing.makeCheap();
        graph = new Graph(source.schema());
        customer = Shopper.anew(tester);
    }

    @AfterEach
    void hashInEarnest() {
        hashing.reset();
    }

    @Test
    void allHaveARule() {
        assertThat(graph.rootFields()).isEqualTo(Rules.OF_ROOT_FIELDS.keySet());
        var ofEntities = graph.entities().stream()
                .flatMap(entity -> graph.fieldsOf(entity).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ofEntities).isEqualTo(Rules.OF_ENTITY_FIELDS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> ofOnesOwnNeedSomebody() {
        var nobody = new Shopper(customer.id(), tester);
        return those(rule -> !(rule instanceof Open))
                .map(root -> dynamicTest(root, () -> {
                    JsonNode answer = ask(nobody, graph.operation(root, Values::plausible));
                    assertHasNothing(answer, root);
                    if (root.startsWith("Mutation.")) {
                        assertThat(codes(answer)).containsExactly("UNAUTHENTICATED");
                    }
                }));
    }

    /** Whoever lets a program know who they are has not let it do what they can do. */
    @TestFactory
    Stream<DynamicTest> ofOnesOwnRefuseProgramsOfOthers() {
        var program = Programs.actingFor(customer.id(), issuer, tester);
        return those(rule -> !(rule instanceof Open))
                .map(root -> dynamicTest(root, () -> {
                    JsonNode answer = ask(program, graph.operation(root, Values::plausible));
                    assertHasNothing(answer, root);
                    if (root.startsWith("Mutation.")) {
                        assertThat(codes(answer)).containsExactly("FORBIDDEN");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofTheShopsPeopleRefuseCustomers() {
        return those(Staff.class::isInstance)
                .map(root -> dynamicTest(root, () -> {
                    for (String operation : graph.operations(root, customer.id().toString())) {
                        assertThat(codes(ask(customer, operation))).containsExactly("FORBIDDEN");
                    }
                }));
    }

    private static Stream<String> those(Predicate<Rule> wanted) {
        return Rules.OF_ROOT_FIELDS.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey);
    }

    private static void assertHasNothing(JsonNode answer, String root) {
        JsonNode data = answer.path("data").path(root.substring(root.indexOf('.') + 1));
        assertThat(data.isNull() || data.isMissingNode()).as(answer.toString()).isTrue();
    }
}
