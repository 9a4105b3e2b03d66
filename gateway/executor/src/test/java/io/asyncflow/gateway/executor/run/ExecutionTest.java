package io.asyncflow.gateway.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Allowance;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.program.Compiler;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.projection.Schema;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.oracle.ComposedGraph;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.ApiSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ExecutionTest {

    private static final ComposedGraph GRAPH = Objects.requireNonNull(ComposedGraph.orNull(
            List.of(new Subgraph("products", "http://products", """
                    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
                    type Query { products: [Product!] }
                    type Subscription { changed: Product }
                    type Product @key(fields: "id") { id: ID! name: String }
                    """), new Subgraph("stock", "http://stock", """
                    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
                    type Query { store: String }
                    type Product @key(fields: "id") { id: ID! left: Int }
                    """))));
    private static final TypeNames TYPES =
            new TypeNames(GRAPH.supergraph().types().keySet());
    private static final Schema SCHEMA = new Schema(Api.of(ApiSchema.of(GRAPH.supergraph())), TYPES);
    private static final String ALL = "{ products { name left } store }";
    private static final String PRODUCTS =
            "{\"data\":{\"products\":[{\"id\":\"1\",\"name\":\"a\"},{\"id\":\"2\",\"name\":\"b\"}]}}";
    private static final String LEFT = "{\"data\":{\"_entities\":[{\"left\":5},{\"left\":6}]}}";
    private static final String WHOLE =
            "{\"data\":{\"products\":[{\"name\":\"a\",\"left\":5},{\"name\":\"b\",\"left\":6}],\"store\":\"s\"}}";

    /** Subgraphs that answer as they are told, by what they are asked. */
    private record Answers(Function<String, Mono<Json>> of) implements SubgraphClient {

        @Override
        public Mono<Json> send(SubgraphRequest request) {
            return of.apply(request.body().toString());
        }

        @Override
        public Flux<Json> subscribe(SubgraphRequest request) {
            return Flux.just(
                    Json.of("{\"data\":{\"changed\":{\"id\":\"1\",\"name\":\"a\"}}}"),
                    Json.of("{\"data\":{\"changed\":{\"id\":\"2\",\"name\":\"b\"}}}"));
        }
    }

    private static String answer(String request) {
        if (request.contains("_entities")) {
            return request.contains("\"id\":\"2\"") ? LEFT : "{\"data\":{\"_entities\":[{\"left\":5}]}}";
        }
        return request.contains("store") ? "{\"data\":{\"store\":\"s\"}}" : PRODUCTS;
    }

    private static Program program(String operation) {
        Plan plan = GRAPH.planner(Set.of()).plan(GRAPH.operations().read(Parser.parse(operation), null, _ -> true));
        return Compiler.compile(plan, TYPES, SCHEMA);
    }

    private static Run run(@Nullable Json plan) {
        return new Run(Map.of(), Map.of(), Caller.UNKNOWN, plan);
    }

    private static Mono<Outcome> outcome(String operation, Function<String, Mono<Json>> answers) {
        return new Executor(new Answers(answers)).run(program(operation), run(null));
    }

    private static String response(Mono<Outcome> outcome) {
        return response(there(outcome));
    }

    private static String response(Outcome outcome) {
        return ((Outcome.Single) outcome).response().toString();
    }

    private static Outcome there(Mono<Outcome> outcome) {
        return Objects.requireNonNull(outcome.block(ProgramRunner.PATIENCE));
    }

    @Test
    void answersWhatComesAtOnce() {
        assertThat(response(outcome(ALL, request -> Mono.just(Json.of(answer(request))))))
                .isEqualTo(WHOLE);
    }

    @Test
    void answersWhatComesFromManyThreads() {
        Program program = program(ALL);
        var executor = new Executor(new Answers(
                request -> Mono.fromSupplier(() -> Json.of(answer(request))).subscribeOn(Schedulers.parallel())));
        StepVerifier.create(Flux.range(0, 500).flatMap(_ -> executor.run(program, run(null)), 50))
                .thenConsumeWhile(outcome -> response(outcome).equals(WHOLE))
                .verifyComplete();
    }

    @Test
    void mindsNotTheOrderInWhichAnswersCome() {
        TestPublisher<Json> store = TestPublisher.create();
        TestPublisher<Json> left = TestPublisher.create();
        StepVerifier.create(outcome(
                                ALL,
                                request -> request.contains("_entities")
                                        ? left.mono()
                                        : request.contains("store") ? store.mono() : Mono.just(Json.of(PRODUCTS)))
                        .map(ExecutionTest::response))
                .then(() -> left.emit(Json.of(LEFT)))
                .then(() -> store.emit(Json.of("{\"data\":{\"store\":\"s\"}}")))
                .expectNext(WHOLE)
                .verifyComplete();
    }

    @Test
    void givesUpAllThatIsAskedWhenTheClientLeaves() {
        TestPublisher<Json> store = TestPublisher.create();
        TestPublisher<Json> products = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        List<String> asked = new CopyOnWriteArrayList<>();
        StepVerifier.create(outcome(ALL, request -> {
                    asked.add(request);
                    return request.contains("store") ? store.mono() : products.mono();
                }))
                .then(() -> assertThat(asked).hasSize(2))
                .thenCancel()
                .verify();
        store.assertCancelled();
        products.assertCancelled();
        products.emit(Json.of(PRODUCTS));
        assertThat(asked).hasSize(2);
    }

    @Test
    void takesClientsThatThrowForSubgraphsThatFail() {
        String response = response(outcome(ALL, request -> {
            if (request.contains("store")) {
                throw new IllegalStateException("secret");
            }
            return Mono.just(Json.of(answer(request)));
        }));
        assertThat(response)
                .contains("\"store\":null", "\"left\":6", "\"path\":[\"store\"]", "INTERNAL_SERVER_ERROR")
                .doesNotContain("secret");
    }

    @Test
    void saysWhyEachFieldOfAnEntityThatFailedIsNull() {
        String failed = "{\"data\":{\"_entities\":[{\"left\":5},null]},\"errors\":[{\"message\":\"no\","
                + "\"path\":[\"_entities\",1,\"left\"],\"extensions\":{\"code\":\"SOLD\"}}]}";
        assertThat(response(outcome(
                        "{ products { name left } }",
                        request -> Mono.just(Json.of(request.contains("_entities") ? failed : PRODUCTS)))))
                .isEqualTo("{\"data\":{\"products\":[{\"name\":\"a\",\"left\":5},{\"name\":\"b\",\"left\":null}]},"
                        + "\"errors\":[{\"message\":\"no\",\"path\":[\"products\",1,\"left\"],"
                        + "\"extensions\":{\"code\":\"SOLD\",\"subgraph\":\"stock\"}}]}");
    }

    @Test
    void hidesWhatSubgraphsReportWhereClientsMayNotReadIt() {
        var client =
                new Answers(_ -> Mono.just(Json.of("{\"data\":{\"store\":null},\"errors\":[{\"message\":\"secret\","
                        + "\"path\":[\"store\"],\"extensions\":{\"code\":\"SECRET\",\"trace\":\"secret\"}}]}")));
        assertThat(response(new Executor(client, name -> !name.equals("stock"), Allowance.UNLIMITED)
                        .run(program("{ store }"), run(null))))
                .isEqualTo(
                        "{\"data\":{\"store\":null},\"errors\":[{\"message\":\"The subgraph stock failed\","
                                + "\"path\":[\"store\"],\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"subgraph\":\"stock\"}}]}");
    }

    @Test
    void tellsOfEachFetchOnceItIsDone() {
        var executor = new Executor(new Answers(request -> Mono.just(Json.of(answer(request)))));
        Outcome outcome =
                there(executor.run(program("{ products { name ... @defer { left } } }"), run(Json.of("\"the plan\""))));
        List<Outcome.Part> parts = new ArrayList<>();
        ((Outcome.Incremental) outcome).parts().subscribe(parts::add);
        assertThat(parts).hasSize(2);
        assertThat(String.valueOf(parts.getFirst().initial()))
                .contains("\"queryPlan\":\"the plan\",\"fetches\":[{\"id\":0,")
                .doesNotContain("\"id\":1,");
        assertThat(parts.getFirst().extensions()).isNull();
        assertThat(String.valueOf(parts.getLast().extensions()))
                .startsWith("{\"fetches\":[{\"id\":0,")
                .contains("{\"id\":1,\"subgraph\":\"stock\",");
    }

    @Test
    void answersEachEventWithItsFetches() {
        var executor =
                new Executor(new Answers(request -> Mono.just(Json.of("{\"data\":{\"_entities\":[{\"left\":5}]}}"))));
        Outcome outcome = there(executor.run(program("subscription { changed { name left } }"), run(Json.of("{}"))));
        StepVerifier.create(((Outcome.Events) outcome).responses().map(Json::toString))
                .assertNext(first -> assertThat(first).contains("\"name\":\"a\",\"left\":5", "\"fetches\":[{\"id\":0,"))
                .assertNext(second -> assertThat(second).contains("\"name\":\"b\",\"left\":5", "{\"id\":1,"))
                .verifyComplete();
    }
}
