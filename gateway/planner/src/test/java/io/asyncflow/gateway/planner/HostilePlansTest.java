package io.asyncflow.gateway.planner;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanText;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.plan.Shape;
import io.asyncflow.gateway.supergraph.Joins;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Operations that are made to hurt are planned, or refused with a code, before they do. */
class HostilePlansTest {

    /** Four times what {@code ./commerce bench hostile} allows, for coverage is measured here. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** As often is planned at most until it is warm enough to stay within the limit. */
    private static final int ROUNDS = 10;

    private static final String SPECIFICATION = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\","
            + " import: [\"@key\", \"@external\", \"@requires\", \"@shareable\"])\n";

    @Test
    void plansTenThousandAliases() {
        Joins people = compose(List.of(
                "type Query { me: Person } type Person @key(fields: \"id\") { id: ID! name: String friend: Person }"));
        assertThat(plan(people, "{ me { " + repeated(10_000, i -> "a" + i + ": name ") + "} }")
                        .fetches())
                .hasSize(1);
    }

    @Test
    void plansThirtyThousandAliasesBesideIntrospection() {
        Joins numbers = compose(List.of("type Query { a: Int }"));
        Plan plan = plan(numbers, "{ " + repeated(30_000, i -> "a" + i + ": a ") + "__typename b: a }");
        assertThat(plan.shape().entries().subList(29_999, 30_002))
                .extracting(Shape.Entry::key)
                .containsExactly("a29999", "__typename", "b");
    }

    @Test
    void plansDeepNesting() {
        Joins people = compose(List.of("type Query { me: Person } type Person { name: String friend: Person }"));
        String nested = "friend { ".repeat(198) + "name" + " }".repeat(198);
        assertThat(plan(people, "{ me { " + nested + " } }").fetches()).hasSize(1);
    }

    @Test
    void plansImplementationsThatEachRequireSomething() {
        Joins items = implementations(300, 5);
        assertThat(plan(items, "{ items { id f1 f2 f3 f4 } }").fetches()).hasSize(5);
        assertThat(plan(items, "{ items { " + repeated(300, i -> "... on T" + i + " { f1 f2 f3 f4 } ") + "} }")
                        .fetches())
                .hasSize(5);
    }

    @Test
    void plansAnEntityThatAllSubgraphsShare() {
        Joins things = shared(46, 30);
        assertThat(plan(things, "{ thing { " + repeated(46, i -> "own" + i + " ") + "} }")
                        .fetches())
                .hasSize(46);
    }

    @Test
    void refusesWhatTakesMoreThanItsShare() {
        Joins people = compose(List.of(
                "type Query { person(id: Int): Person } type Person @key(fields: \"id\") { id: ID! }",
                "type Person @key(fields: \"id\") { id: ID! age: Int }"));
        String query = "{ " + repeated(10_000, i -> "p" + i + ": person(id: " + i + ") { age } ") + "}";
        assertThatThrownBy(() -> plan(people, query))
                .isInstanceOfSatisfying(
                        PlanningException.class,
                        refused -> assertThat(refused.code()).isEqualTo("QUERY_PLAN_TOO_COMPLEX"))
                .hasMessageContaining("Ask for less");
    }

    @Test
    void plansMutationsThatTakeTurns() {
        Plan plan = plan(turns(), "mutation { " + repeated(500, i -> "a" + i + ": a b" + i + ": b ") + "}");
        assertThat(plan.fetches())
                .hasSize(1_000)
                .last()
                .satisfies(last -> assertThat(last.parents()).containsExactly(998));
    }

    @Test
    void refusesMoreTurnsThanAnybodyNeeds() {
        String query = "mutation { " + repeated(4_000, i -> "a" + i + ": a b" + i + ": b ") + "}";
        long before = allocated();
        assertThatThrownBy(() -> plan(turns(), query)).hasMessageContaining("Ask for less");
        assertThat(allocated() - before).as("allocated bytes").isLessThan(1_000_000_000);
    }

    private static Joins turns() {
        return compose(List.of("type Query { q: Int } type Mutation { a: Int }", "type Mutation { b: Int }"));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void plansChoicesAtEachLevel() {
        assertThat(plan(shared(46, 30), choices(8)).fetches()).hasSize(8);
    }

    @Test
    void tellsThatItStoppedComparing() {
        Plan plan = plan(shared(46, 30), choices(4));
        assertThat(plan.work().greedy()).isTrue();
        assertThat(plan.work().steps()).isPositive();
    }

    @Test
    void plansTheSameAgain() {
        String query = "{ items { id f1 f2 ... on T3 { f4 } ... on T4 { next { f3 } } } }";
        assertThat(PlanText.print(plan(implementations(30, 5), query)))
                .isEqualTo(PlanText.print(plan(implementations(30, 5), query)));
    }

    /** At each level, any subgraph can be asked for what is below. */
    private static String choices(int levels) {
        return "{ thing { " + repeated(levels, i -> "same { own" + i * 7 % 46 + " ") + "} ".repeat(levels) + "} }";
    }

    private static Joins implementations(int count, int subgraphs) {
        List<String> sdl = new ArrayList<>();
        sdl.add("type Query { items: [Item!]! } interface Item { id: ID! size: Int next: Item }"
                + repeated(
                        count,
                        i -> "type T" + i
                                + " implements Item @key(fields: \"id\") { id: ID! size: Int next: Item }\n"));
        for (int s = 1; s < subgraphs; s++) {
            String field = "f" + s + ": String";
            sdl.add("interface Item { id: ID! " + field + " }"
                    + repeated(
                            count,
                            i -> "type T" + i + " implements Item @key(fields: \"id\")"
                                    + " { id: ID! size: Int @external " + field + " @requires(fields: \"size\") }\n"));
        }
        return compose(sdl);
    }

    private static Joins shared(int subgraphs, int keys) {
        return compose(IntStream.range(0, subgraphs)
                .mapToObj(s -> (s == 0 ? "type Query { thing: Thing }" : "")
                        + "type Thing " + repeated(keys, i -> "@key(fields: \"k" + i + "\") ")
                        + "{ " + repeated(keys, i -> "k" + i + ": ID! @shareable ")
                        + "own" + s + ": Int same: Thing @shareable }")
                .toList());
    }

    private static String repeated(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(joining());
    }

    private static Joins compose(List<String> sdl) {
        List<Subgraph> subgraphs = IntStream.range(0, sdl.size())
                .mapToObj(i -> new Subgraph("s" + i, "http://s" + i, SPECIFICATION + sdl.get(i)))
                .toList();
        assertThat(Composer.compose(subgraphs)).isInstanceOf(Composed.class);
        return Joins.of(((Composed) Composer.compose(subgraphs)).supergraph());
    }

    /** Plans until that stays within the limit, and fails where it never does. */
    private static Plan plan(Joins joins, String query) {
        Operation operation = Operations.of(joins).read(Parser.parse(query), null, _ -> true);
        Planner planner = Planner.of(joins, Set.of());
        Duration least = LIMIT.plus(LIMIT);
        PlanningException refused = null;
        Plan plan = null;
        for (int round = 0; round < ROUNDS && least.compareTo(LIMIT) > 0; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try {
                plan = planner.plan(operation);
            } catch (PlanningException e) {
                refused = e;
            }
            least = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        assertThat(least).as("processor time").isLessThanOrEqualTo(LIMIT);
        if (refused != null) {
            throw refused;
        }
        return Objects.requireNonNull(plan);
    }
}
