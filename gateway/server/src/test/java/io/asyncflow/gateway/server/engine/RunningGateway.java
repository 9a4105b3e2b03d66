package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A gateway before subgraphs that are made up. */
final class RunningGateway {

    static final EngineSettings OPEN = settings(true);
    static final EngineSettings CLOSED = settings(false);

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final FakeSubgraphs subgraphs = new FakeSubgraphs();
    final Told told = new Told();
    final ServedGraph served;
    final Gateway gateway;

    RunningGateway(EngineSettings settings) {
        this(settings, Schedulers.boundedElastic());
    }

    RunningGateway(EngineSettings settings, Scheduler planning) {
        served = new ServedGraph(settings, told);
        gateway = new Gateway(served, subgraphs, settings, planning);
    }

    private static EngineSettings settings(boolean open) {
        return new EngineSettings(
                open, true, open, open, _ -> true, 1000, 100, Set.of(), OperationLimitSettings.DEFAULT);
    }

    /** As {@link #OPEN}, with so much time for an operation. */
    static EngineSettings within(Duration timeout) {
        OperationLimitSettings limits = OperationLimitSettings.DEFAULT;
        return new EngineSettings(
                true,
                true,
                true,
                true,
                _ -> true,
                1000,
                100,
                Set.of(),
                new OperationLimitSettings(
                        limits.maxFields(), limits.maxDepth(), limits.parserMaxTokens(), timeout, limits.maxMemory()));
    }

    static ClientRequest request(String query) {
        return new ClientRequest(
                Json.of("\"" + query.replace("\"", "\\\"") + "\""), null, null, null, ClientRequest.Way.OPEN);
    }

    static ClientRequest request(String query, @Nullable String variables) {
        return new ClientRequest(
                Json.of("\"" + query + "\""),
                null,
                variables == null ? null : Json.of(variables),
                null,
                ClientRequest.Way.OPEN);
    }

    Mono<Outcome> ask(String query) {
        return gateway.answer(request(query), Caller.UNKNOWN);
    }

    Outcome.Single answer(ClientRequest request, String... header) {
        Caller caller = header.length == 0 ? Caller.UNKNOWN : new Caller(Map.of(header[0], List.of(header[1])));
        return (Outcome.Single)
                Objects.requireNonNull(gateway.answer(request, caller).block(PATIENCE));
    }

    Outcome.Single answer(String query) {
        return answer(request(query));
    }
}
