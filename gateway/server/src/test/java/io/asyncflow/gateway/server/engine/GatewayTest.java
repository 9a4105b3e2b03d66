package io.asyncflow.gateway.server.engine;

import static io.asyncflow.gateway.server.engine.RunningGateway.CLOSED;
import static io.asyncflow.gateway.server.engine.RunningGateway.OPEN;
import static io.asyncflow.gateway.server.engine.RunningGateway.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Kind;
import io.asyncflow.gateway.executor.json.Json;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class GatewayTest {

    private static final String EXPOSE = "apollo-expose-query-plan";

    private final RunningGateway open = serving(OPEN);
    private final RunningGateway closed = serving(CLOSED);

    private static RunningGateway serving(EngineSettings settings) {
        var running = new RunningGateway(settings);
        running.served.take(Supergraphs.FIRST, "first");
        return running;
    }

    @Test
    void answersFromSeveralSubgraphs() {
        assertThat(open.answer("{ product { price name } }"))
                .isEqualTo(executed("{\"data\":{\"product\":{\"price\":7,\"name\":\"Pen\"}}}"));
    }

    @Test
    void plansAnOperationOnce() {
        open.answer("{ product { price } }");
        open.answer("{ product { price } }");

        assertThat(open.told.plans()).isEqualTo(1);
        assertThat(open.served.preparedOperations()).isEqualTo(1);
    }

    @Test
    void hasNothingToServeBeforeTheFirstSupergraph() {
        expect(new RunningGateway(OPEN).answer("{ product { id } }"), Kind.OVERLOADED, "SUPERGRAPH_NOT_READY");
    }

    @Test
    void showsThePlanWhereThatIsAllowed() {
        Outcome.Single answer = open.answer(request("{ product { name } }"), EXPOSE, "true");

        assertThat(answer.response().toString()).contains("\"name\":\"Pen\"", "\"queryPlan\"");
    }

    @Test
    void runsNothingForADryRun() {
        Outcome.Single answer = open.answer(request("mutation { rename(name: \"x\") { name } }"), EXPOSE, "dry-run");

        assertThat(answer.response().toString()).contains("\"queryPlan\"").doesNotContain("\"data\"");
        assertThat(open.subgraphs.asked).isEmpty();
    }

    @Test
    void refusesADryRunWherePlansAreNotShown() {
        Outcome.Single answer = closed.answer(request("mutation { rename(name: \"x\") { name } }"), EXPOSE, "dry-run");

        expect(answer, Kind.REFUSED, "QUERY_PLAN_NOT_EXPOSED");
        assertThat(closed.subgraphs.asked).isEmpty();
    }

    @Test
    void answersWithoutThePlanWherePlansAreNotShown() {
        Outcome.Single answer = closed.answer(request("{ product { name } }"), EXPOSE, "true");

        assertThat(answer).isEqualTo(executed("{\"data\":{\"product\":{\"name\":\"Pen\"}}}"));
    }

    @Test
    void tellsTheSchemaOnlyWhereThatIsAllowed() {
        String query = "{ __schema { queryType { name } } }";

        assertThat(open.answer(query))
                .isEqualTo(executed("{\"data\":{\"__schema\":{\"queryType\":{\"name\":\"Query\"}}}}"));
        expect(closed.answer(query), Kind.REFUSED, "GRAPHQL_VALIDATION_FAILED");
        assertThat(closed.answer("{ __typename }")).isEqualTo(executed("{\"data\":{\"__typename\":\"Query\"}}"));
    }

    @Test
    void subscribesOnlyWhereThatIsAllowed() {
        String subscription = "subscription { renamed { name } }";

        expect(closed.answer(subscription), Kind.REFUSED, "SUBSCRIPTIONS_NOT_ENABLED");
        assertThat(open.ask(subscription).block(RunningGateway.PATIENCE)).isInstanceOf(Outcome.Events.class);
    }

    @Test
    void refusesVariablesThatDoNotFit() {
        String query = "query ($id: ID!) { product(id: $id) { name } }";

        expect(open.answer(request(query, "{}")), Kind.REFUSED, "GRAPHQL_VALIDATION_FAILED");
        expect(open.answer(request(query, "{\"id\":[1]}")), Kind.REFUSED, "GRAPHQL_VALIDATION_FAILED");
        expect(open.answer(request(query, "[]")), Kind.REFUSED, "GRAPHQL_VALIDATION_FAILED");
        assertThat(open.subgraphs.asked).isEmpty();
    }

    @Test
    void ignoresVariablesThatNobodyDeclared() {
        String query = "query ($id: ID!) { product(id: $id) { name } }";

        assertThat(open.answer(request(query, "{\"id\":\"1\",\"other\":2}")).kind())
                .isEqualTo(Kind.EXECUTED);
        assertThat(open.subgraphs.asked).singleElement().asString().doesNotContain("other");
    }

    @Test
    void refusesWhatIsNoGraphQLAndWhatTheSchemaDoesNotHave() {
        expect(open.answer("{ product {"), Kind.REFUSED, "GRAPHQL_PARSE_FAILED");
        expect(open.answer("{ product { colour } }"), Kind.REFUSED, "GRAPHQL_VALIDATION_FAILED");
        expect(
                open.answer(new ClientRequest(
                        Json.of("\"query A { product { id } }\""), "B", null, null, ClientRequest.Way.OPEN)),
                Kind.REFUSED,
                "OPERATION_RESOLUTION_FAILURE");
    }

    @Test
    void refusesMoreNewOperationsThanCanWait() {
        Scheduler narrow = Schedulers.newBoundedElastic(1, 1, "narrow");
        var running = new RunningGateway(OPEN, narrow);
        running.served.take(Supergraphs.FIRST, "first");
        var started = new CountDownLatch(1);
        var hold = new CountDownLatch(1);
        var busy = narrow.schedule(() -> {
            started.countDown();
            await(hold);
        });
        await(started);
        var waiting = running.ask("{ product { id } }").cache();
        var first = waiting.subscribe();

        expect(running.answer("{ product { name } }"), Kind.OVERLOADED, "SERVICE_UNAVAILABLE");

        hold.countDown();
        assertThat(waiting.block(RunningGateway.PATIENCE))
                .isInstanceOfSatisfying(
                        Outcome.Single.class,
                        outcome -> assertThat(outcome.kind()).isEqualTo(Kind.EXECUTED));
        first.dispose();
        busy.dispose();
        narrow.dispose();
    }

    @Test
    void answersWhatCameWhereASubgraphFails() {
        open.subgraphs.answers("prices", Mono.error(new IllegalStateException("secret")));

        Outcome.Single answer = open.answer("{ product { name price } }");

        assertThat(answer.kind()).isIn(Kind.EXECUTED, Kind.FAILED);
        assertThat(answer.response().toString()).contains("\"errors\"").doesNotContain("secret");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome.Single executed(String response) {
        return new Outcome.Single(Json.of(response), Kind.EXECUTED);
    }

    private static void expect(Outcome.Single answer, Kind kind, String code) {
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.response().toString()).contains("\"code\":\"" + code + "\"");
    }
}
