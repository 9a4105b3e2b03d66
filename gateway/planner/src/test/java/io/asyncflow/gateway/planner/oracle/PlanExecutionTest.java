package io.asyncflow.gateway.planner.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.planner.execution.JsonText;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.operation.KeyOrder;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Lookup;
import io.asyncflow.gateway.planner.plan.Path;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.Request;
import io.asyncflow.gateway.planner.plan.Shape;
import io.asyncflow.gateway.planner.plan.Work;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What runs plans in the other tests: that it finds right what is right, and wrong what is wrong. */
class PlanExecutionTest {

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])
            """;

    private final ComposedGraph graph = ComposedGraph.of(
            List.of(new Subgraph("catalog", "", LINK + """
                    type Query { products: [Product!]! }
                    type Product @key(fields: "id") { id: ID! weight: Int! }
                    """), new Subgraph("shipping", "", LINK + """
                    type Product @key(fields: "id") { id: ID! weight: Int! @external cost: Int! @requires(fields: "weight") }
                    """)));

    @Test
    void answersByAWholePlan() {
        String answer = run(
                products("{ products { id weight __typename } }"),
                costs(List.of(0), "weight", "{ _entities(representations: $r) { ... on Product { cost } } }"));

        String expected = JsonText.of(graph.worlds()
                .getFirst()
                .expected(
                        Parser.parse("{ products { cost } }"),
                        (OperationDefinition) Parser.parse("{ products { cost } }")
                                .definitions()
                                .getFirst(),
                        Map.of()));
        assertThat(answer).isEqualTo(expected).contains("cost");
    }

    @Test
    void findsFieldsThatTheSubgraphDoesNotHave() {
        assertWrong("there is no field Product.cost", products("{ products { cost } }"));
    }

    @Test
    void findsFieldsThatTheSubgraphOnlyNames() {
        assertWrong(
                "Product.weight of shipping is asked for, but the subgraph does not answer it there",
                products("{ products { id weight __typename } }"),
                costs(List.of(0), "weight", "{ _entities(representations: $r) { ... on Product { weight } } }"));
    }

    @Test
    void findsRequirementsThatAreNotTold() {
        assertWrong(
                "requires {weight=",
                products("{ products { id __typename } }"),
                costs(List.of(0), "id", "{ _entities(representations: $r) { ... on Product { cost } } }"));
    }

    @Test
    void findsParentsThatAreNotNamed() {
        assertThatThrownBy(() -> assertThat(run(
                                products("{ products { id weight __typename } }"),
                                costs(
                                        List.of(),
                                        "weight",
                                        "{ _entities(representations: $r) { ... on Product { cost } } }")))
                        .contains("cost"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsSelectionsThatAreNotThere() {
        assertWrong("Query.products needs selections", products("{ products }"));
    }

    private void assertWrong(String why, Fetch... fetches) {
        assertThatThrownBy(() -> run(fetches))
                .isInstanceOf(Violation.class)
                .message()
                .contains(why);
    }

    private String run(Fetch... fetches) {
        Shape product = new Shape(
                "Product",
                null,
                List.of(new Shape.Entry("cost", "cost", List.of(), List.of(), Parser.type("Int!"), null)));
        Shape shape = new Shape(
                "Query",
                null,
                List.of(new Shape.Entry(
                        "products", "products", List.of(), List.of(), Parser.type("[Product!]!"), product)));
        Plan plan = new Plan(
                OperationType.QUERY,
                List.of(fetches),
                List.of(),
                shape,
                KeyOrder.PLANNED,
                List.of(),
                new Work(0, false));
        return JsonText.of(
                PlanExecution.run(plan, graph.worlds().getFirst(), Set.of(), Map.of(), PlanExecution.Order.LAST)
                        .complete());
    }

    private Fetch products(String text) {
        return new Fetch.Root(
                0,
                Objects.requireNonNull(graph.joins().graph("catalog")),
                List.of(),
                List.of(),
                0,
                Path.ROOT,
                request("query " + text));
    }

    private Fetch costs(List<Integer> parents, String told, String text) {
        Lookup lookup = new Lookup(
                "_entities",
                "r",
                new Path(List.of(new Path.Segment(List.of(), "products", 1))),
                List.of(new Lookup.Representation(List.of(), "Product", List.of(input("id"), input(told)))),
                List.of());
        return new Fetch.Entities(
                1,
                Objects.requireNonNull(graph.joins().graph("shipping")),
                parents,
                List.of(),
                0,
                List.of(lookup),
                request("query($r: [_Any!]!) " + text));
    }

    private static Lookup.Input input(String name) {
        return new Lookup.Input(name, name, List.of(), List.of());
    }

    private static Request request(String text) {
        OperationDefinition operation =
                (OperationDefinition) Parser.parse(text).definitions().getFirst();
        return new Request(operation, Printer.print(operation), List.of());
    }
}
