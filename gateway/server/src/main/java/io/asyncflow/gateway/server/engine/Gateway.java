package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonException;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.json.OversizeException;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.run.Executor;
import io.asyncflow.gateway.executor.run.Run;
import io.asyncflow.gateway.executor.variables.VariablesException;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanJson;
import io.asyncflow.gateway.planner.plan.PlanText;
import io.asyncflow.gateway.planner.validation.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Answers operations from the graph that is being served. */
public final class Gateway implements GraphQLService {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String EXPOSE = "apollo-expose-query-plan";
    private static final String DRY_RUN = "dry-run";

    private final ServedGraph served;
    private final Executor executor;
    private final EngineSettings settings;
    private final Scheduler planning;

    /**
     * @param planning where operations are made ready that come for the first time
     */
    public Gateway(ServedGraph served, SubgraphClient client, EngineSettings settings, Scheduler planning) {
        this.served = served;
        this.executor = new Executor(
                client, settings.showsErrors(), settings.limits().maxMemory().toBytes());
        this.settings = settings;
        this.planning = planning;
    }

    @Override
    public Mono<Outcome> answer(ClientRequest request, Caller caller) {
        ServedGraph.Served current = served.current();
        Json query = request.query();
        if (current == null) {
            return refused(Outcome.Kind.OVERLOADED, "SUPERGRAPH_NOT_READY", "There is no supergraph to serve yet");
        }
        if (query == null) {
            return refused(Outcome.Kind.REFUSED, "BAD_REQUEST", "There is no query");
        }
        Asked asked = new Asked(current, request, caller, System.nanoTime());
        try {
            Prepared known = current.graph().known(query, request.operationName(), request.variables());
            return known == null ? prepare(asked, query) : run(asked, known);
        } catch (JsonException malformed) {
            return refused(Outcome.Kind.REFUSED, "BAD_REQUEST", "The variables are not a JSON object");
        }
    }

    /**
     * What is asked, and of which graph.
     *
     * @param since when it came, in nanoseconds
     */
    private record Asked(ServedGraph.Served current, ClientRequest request, Caller caller, long since) {

        ActiveGraph graph() {
            return current.graph();
        }

        Prepared prepare(Json query) {
            return graph().prepare(query, request.operationName(), request.variables());
        }
    }

    private Mono<Outcome> prepare(Asked asked, Json query) {
        return Mono.fromCallable(() -> asked.prepare(query))
                .subscribeOn(planning)
                .timeout(left(asked))
                .flatMap(prepared -> run(asked, prepared))
                .onErrorResume(
                        RejectedExecutionException.class,
                        _ -> refused(
                                Outcome.Kind.OVERLOADED,
                                "SERVICE_UNAVAILABLE",
                                "Too many new operations at once; try again in a moment"))
                .onErrorResume(TimeoutException.class, _ -> Mono.just(Refusals.LATE))
                .onErrorResume(bug -> failed(bug));
    }

    private Mono<Outcome> run(Asked asked, Prepared prepared) {
        return switch (prepared) {
            case Prepared.Refused(Outcome.Single outcome) -> Mono.just(outcome);
            case Prepared.Ready ready ->
                OperationListener.tell(ready.program().plan().type(), ready.name(), run(asked, ready));
        };
    }

    private Mono<Outcome> run(Asked asked, Prepared.Ready ready) {
        ClientRequest request = asked.request();
        OperationType type = ready.program().plan().type();
        if (request.way().readOnly() && type == OperationType.MUTATION) {
            return refused(Outcome.Kind.READ_ONLY, "METHOD_NOT_ALLOWED", "Mutations have to be sent by POST");
        }
        if (!settings.subscriptions() && type == OperationType.SUBSCRIPTION) {
            return refused(Outcome.Kind.REFUSED, "SUBSCRIPTIONS_NOT_ENABLED", "Subscriptions are not served here");
        }
        Map<String, Json> values = ready.literals();
        if (!ready.declared().isEmpty()) {
            try {
                values = new LinkedHashMap<>(asked.graph().variables().of(ready.declared(), request.variables()));
                values.putAll(ready.literals());
            } catch (VariablesException wrong) {
                return Mono.just(Refusals.of(wrong.problems().stream()
                        .map(each -> new Problem(Problem.INVALID, each, List.of()))
                        .toList()));
            }
        }
        return run(asked, ready.program(), values);
    }

    private Mono<Outcome> run(Asked asked, Program program, Map<String, Json> values) {
        String expose = asked.caller().header(EXPOSE);
        boolean dry = DRY_RUN.equals(expose);
        if (dry && !settings.exposeQueryPlan()) {
            // Whoever wants nothing to run must not find that it has.
            return refused(Outcome.Kind.REFUSED, "QUERY_PLAN_NOT_EXPOSED", "Query plans are not shown here");
        }
        Json plan = expose == null || !settings.exposeQueryPlan() || expose.equals("false") ? null : shown(program);
        if (plan != null && dry) {
            return Mono.just(new Outcome.Single(
                    JsonValues.write(Map.of("extensions", Map.of("queryPlan", plan))), Outcome.Kind.EXECUTED));
        }
        String needed = needed(program.plan(), asked.request().way());
        if (needed != null) {
            return refused(Outcome.Kind.UNACCEPTABLE, "NOT_ACCEPTABLE", needed);
        }
        Run run;
        try {
            run = new Run(values, introspected(asked, program.plan(), values), asked.caller(), plan);
        } catch (OversizeException oversize) {
            return refused(Outcome.Kind.REFUSED, OversizeException.CODE, String.valueOf(oversize.getMessage()));
        }
        if (program.plan().type() == OperationType.SUBSCRIPTION) {
            return executor.run(program, run).map(outcome -> ending(asked.current(), outcome));
        }
        return new TimeLimit(executor.run(program, run), left(asked)).onErrorResume(Gateway::failed);
    }

    private Map<String, Json> introspected(Asked asked, Plan plan, Map<String, Json> values) {
        return asked.graph()
                .introspector()
                .answer(
                        plan.introspection(),
                        values,
                        settings.limits().maxMemory().toBytes());
    }

    /** What a client would have to take for this plan's answer, or null where it does. */
    private static @Nullable String needed(Plan plan, ClientRequest.Way way) {
        if (plan.type() == OperationType.SUBSCRIPTION && !way.takesEvents()) {
            return "A subscription needs text/event-stream or multipart/mixed;subscriptionSpec=1.0 in Accept, or a WebSocket";
        }
        return plan.deferred().isEmpty() || way.takesParts()
                ? null
                : "The answer comes in parts: allow multipart/mixed or text/event-stream in Accept";
    }

    private Duration left(Asked asked) {
        return settings.limits().timeout().minusNanos(System.nanoTime() - asked.since());
    }

    private static Json shown(Program program) {
        return JsonValues.write(Map.of("text", PlanText.print(program.plan()), "plan", PlanJson.of(program.plan())));
    }

    /** A subscription ends with a response that says why, unless the subgraph has just ended it. */
    private static Outcome ending(ServedGraph.Served current, Outcome outcome) {
        if (!(outcome instanceof Outcome.Events(Flux<Json> responses))) {
            return outcome;
        }
        Flux<Json> reload = current.retired()
                .thenMany(Flux.defer(() -> Flux.just(Refusals.of(
                                Outcome.Kind.REFUSED,
                                "SUBSCRIPTION_SCHEMA_RELOAD",
                                "The schema has changed; subscribe again")
                        .response())));
        return new Outcome.Events(
                Flux.merge(responses.materialize().takeUntilOther(current.retired()), reload.materialize())
                        .takeUntil(signal -> !signal.isOnNext())
                        .<Json>dematerialize()
                        .onErrorResume(failure -> Flux.just(ended(failure))));
    }

    private static Json ended(Throwable failure) {
        if (failure instanceof SubgraphException known) {
            return Refusals.of(Outcome.Kind.FAILED, known.code(), String.valueOf(known.getMessage()))
                    .response();
        }
        LOG.error("A subscription has failed", failure);
        return fault().response();
    }

    private static Mono<Outcome> failed(Throwable bug) {
        LOG.error("An operation has failed", bug);
        return Mono.just(fault());
    }

    private static Outcome.Single fault() {
        return Refusals.of(Outcome.Kind.FAILED, "INTERNAL_SERVER_ERROR", "Something went wrong on our side");
    }

    private static Mono<Outcome> refused(Outcome.Kind kind, String code, String message) {
        return Mono.just(Refusals.of(kind, code, message));
    }
}
