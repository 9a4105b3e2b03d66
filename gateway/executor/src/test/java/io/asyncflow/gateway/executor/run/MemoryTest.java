package io.asyncflow.gateway.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.program.Compiler;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.projection.Schema;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.oracle.ComposedGraph;
import io.asyncflow.gateway.supergraph.ApiSchema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an operation may take is bounded, however little a client and the subgraphs send. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MemoryTest {

    private static final long MEMORY = 8 << 20;

    private static final ComposedGraph GRAPH = ComposedGraph.of(
            List.of(new Subgraph("items", "http://items", """
            type Query { items: [Item!] item: Item }
            type Item @key(fields: "id") { id: ID! name: String! same: [Item!]! }
            """), new Subgraph("names", "http://names", """
            type Item @key(fields: "id") { id: ID! next: [Item!]! missing: String! last: [Item] }
            """)));

    private static final TypeNames TYPES =
            new TypeNames(GRAPH.supergraph().types().keySet());
    private static final Schema SCHEMA = new Schema(Api.of(ApiSchema.of(GRAPH.supergraph())), TYPES);

    private static String answer(String operation, Map<String, Json> variables, SubgraphClient client) {
        Program program = Compiler.compile(
                GRAPH.planner(Set.of()).plan(GRAPH.operations().read(Parser.parse(operation), null, _ -> true)),
                TYPES,
                SCHEMA);
        Outcome outcome = new Executor(client, _ -> true, MEMORY)
                .run(program, new Run(variables, Map.of(), Caller.UNKNOWN, null))
                .block(ProgramRunner.PATIENCE);
        return ((Outcome.Single) Objects.requireNonNull(outcome)).response().toString();
    }

    private static SubgraphClient answering(String root, String entity) {
        return new SubgraphClient() {
            @Override
            public Mono<Json> send(SubgraphRequest request) {
                String body = request.body().toString();
                int asked = body.split("\\{\\\\?\"__typename", -1).length - 1;
                return Mono.just(Json.of(
                        body.contains("representations")
                                ? "{\"data\":{\"_entities\":[" + String.join(",", Collections.nCopies(asked, entity))
                                        + "]}}"
                                : "{\"data\":" + root + "}"));
            }

            @Override
            public Flux<Json> subscribe(SubgraphRequest request) {
                return Flux.error(new AssertionError(request.toString()));
            }
        };
    }

    private static String items(int count) {
        return "["
                + String.join(",", Collections.nCopies(count, "{\"id\":\"1\",\"name\":\"a\",\"__typename\":\"Item\"}"))
                + "]";
    }

    private static void assertRefused(String answer) {
        assertThat(answer)
                .startsWith("{\"data\":null,\"errors\":[{")
                .contains("\"code\":\"RESPONSE_TOO_LARGE\"", "8388608 bytes");
    }

    @Test
    void objectsThatAreSharedMultiplyInTheAnswer() {
        String hundred = items(100);
        assertRefused(answer(
                "{ items { next { same { next { same { next { name } } } } } } }",
                Map.of(),
                answering(
                        "{\"items\":" + hundred + "}",
                        "{\"name\":\"a\",\"next\":" + hundred + ",\"same\":" + hundred + "}")));
    }

    @Test
    void smallObjectsTakeMuchWhereTheyCouldHaveManyFields() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            fields.append(" a").append(i).append(": name @include(if: $on)");
        }
        assertRefused(answer(
                "query($on: Boolean!) { items { id" + fields + " } }",
                Map.of("on", Json.of("false")),
                answering("{\"items\":" + items(1000) + "}", "null")));
    }

    @Test
    void workThatIsCutOffAgainCounts() {
        String hundred = items(100);
        assertRefused(answer(
                "{ items { next { same { next { same { last { name missing } } } } } } }",
                Map.of(),
                answering(
                        "{\"items\":" + hundred + "}",
                        "{\"name\":\"a\",\"next\":" + hundred + ",\"same\":" + hundred + ",\"last\":" + hundred
                                + "}")));
    }

    @Test
    void whatFitsIsAnsweredAfterwards() {
        assertThat(answer("{ item { name } }", Map.of(), answering("{\"item\":{\"name\":\"a\"}}", "null")))
                .isEqualTo("{\"data\":{\"item\":{\"name\":\"a\"}}}");
    }
}
