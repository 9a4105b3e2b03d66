package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Allowance;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.program.Step;
import io.asyncflow.gateway.language.OperationType;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** Runs programs against the subgraphs. */
public final class Executor {

    private final SubgraphClient client;
    private final Predicate<String> showsErrors;
    private final long memory;

    /** One whose clients may read what any subgraph reports. */
    public Executor(SubgraphClient client) {
        this(client, _ -> true, Allowance.UNLIMITED);
    }

    /**
     * @param showsErrors whether clients may read what the subgraph of that name reports, or only that it failed
     * @param memory how many bytes an operation may take for what subgraphs answer and for its own answer
     */
    public Executor(SubgraphClient client, Predicate<String> showsErrors, long memory) {
        this.client = client;
        this.showsErrors = showsErrors;
        this.memory = memory;
    }

    /** Answers the operation. Cancelling it, or the parts or events that come of it, gives up what is still asked. */
    public Mono<Outcome> run(Program program, Run run) {
        if (program.plan().type() == OperationType.SUBSCRIPTION) {
            return Mono.just(new Outcome.Events(events(program, run)));
        }
        return Mono.create(sink -> new Answer(program, run, sink).start());
    }

    private Flux<Json> events(Program program, Run run) {
        Step source = program.steps().getFirst();
        var request = new SubgraphRequest(
                source.fetch().graph(),
                OperationType.SUBSCRIPTION,
                source.fetch().id(),
                source.body().whole(run.variables()),
                run.caller());
        return client.subscribe(request).concatMap(event -> event(program, run, event), 1);
    }

    private Mono<Json> event(Program program, Run run, Json event) {
        return Mono.create(sink -> {
            var execution =
                    new Execution(program, run, client, showsErrors, memory, Context.of(sink.contextView()), sent -> {
                        switch (sent) {
                            case Delivery.Sent.First(Part part) -> sink.success(part.initial());
                            case Delivery.Sent.Next _ -> {}
                            case Delivery.Sent.Failed(Throwable failure) -> sink.error(failure);
                        }
                    });
            sink.onCancel(execution::cancel);
            execution.start(event);
        });
    }

    /** Hands the answer on, as a whole or in parts. */
    private final class Answer {

        private final MonoSink<Outcome> sink;
        private final Execution execution;

        /** There from the first part on, where more are to come. */
        private Sinks.@Nullable Many<Part> parts;

        private Answer(Program program, Run run, MonoSink<Outcome> sink) {
            this.sink = sink;
            this.execution = new Execution(
                    program, run, client, showsErrors, memory, Context.of(sink.contextView()), this::take);
        }

        private void start() {
            sink.onCancel(execution::cancel);
            execution.start();
        }

        private void take(Delivery.Sent sent) {
            switch (sent) {
                case Delivery.Sent.First(Part part) -> first(part);
                case Delivery.Sent.Next(Part part) -> {
                    if (parts != null) {
                        emit(parts, part);
                    }
                }
                case Delivery.Sent.Failed(Throwable failure) -> {
                    sink.error(failure);
                    if (parts != null) {
                        parts.tryEmitError(failure);
                    }
                }
            }
        }

        /** To nobody, where the client has just left. */
        private static void emit(Sinks.Many<Part> parts, Part part) {
            if (parts.tryEmitNext(part).isSuccess() && !part.hasNext()) {
                parts.tryEmitComplete();
            }
        }

        private void first(Part part) {
            if (!part.hasNext() && part.initial() != null) {
                sink.success(new Outcome.Single(part.initial(), Outcome.Kind.EXECUTED));
                return;
            }
            Sinks.Many<Part> further = Sinks.many().unicast().onBackpressureBuffer();
            parts = further;
            emit(further, part);
            sink.success(new Outcome.Incremental(further.asFlux().doOnCancel(execution::cancel)));
        }
    }
}
