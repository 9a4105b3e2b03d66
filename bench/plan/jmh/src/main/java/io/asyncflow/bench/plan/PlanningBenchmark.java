package io.asyncflow.bench.plan;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a text to its plan, and each stage of the way; {@code -p supergraph=FILE -p operation=FILE} takes others. */
@SuppressWarnings("NullAway.Init") // JMH fills in the parameters and calls the setup before all else.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanningBenchmark {

    @Param("schema/supergraph.graphql")
    public String supergraph;

    @Param({
        "bench/plan/operations/cart-badge.graphql",
        "bench/plan/operations/cart.graphql",
        "bench/plan/operations/node.graphql",
        "bench/plan/operations/product-page.graphql",
    })
    public String operation;

    private String text;
    private Operations operations;
    private Planner planner;
    private Document document;
    private Operation read;

    @Setup
    public void read() throws IOException {
        Joins joins = Joins.of(SupergraphReader.read(Files.readString(Path.of(supergraph))));
        text = Files.readString(Path.of(operation));
        operations = Operations.of(joins);
        planner = Planner.of(joins, Set.of());
        document = parse();
        read = normalise();
    }

    @Benchmark
    public Document parse() {
        return Parser.parse(text);
    }

    @Benchmark
    public Operation normalise() {
        return operations.read(document, null, variable -> true);
    }

    @Benchmark
    public Plan plan() {
        return planner.plan(read);
    }

    @Benchmark
    public Plan all() {
        return planner.plan(operations.read(Parser.parse(text), null, variable -> true));
    }
}
