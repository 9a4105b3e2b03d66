package io.asyncflow.gateway.server.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asyncflow.gateway.executor.introspection.Introspector;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.program.Compiler;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.projection.Schema;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.executor.variables.Literals;
import io.asyncflow.gateway.executor.variables.Variables;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Limits;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.OperationException;
import io.asyncflow.gateway.planner.operation.Operations;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.validation.Problem;
import io.asyncflow.gateway.supergraph.ApiSchema;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.SupergraphException;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One supergraph, with the operations that were made ready for it. Safe for use by several threads. */
final class ActiveGraph {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveGraph.class);

    /** Few operations of real clients are longer. */
    private static final int LENGTH_OF_ONE = 4096;

    private final EngineSettings settings;
    private final Operations operations;
    private final Planner planner;
    private final TypeNames types;
    private final Schema schema;
    private final Variables variables;
    private final Introspector introspector;
    private final Limits parsing;
    private final GraphRecord planning;
    private final Supergraph supergraph;

    /** By the text as the client sent it: a JSON string, escapes and all. */
    private final Cache<Json, ParsedOrRefused> documents;

    private final Cache<OperationKey, Prepared> prepared;
    private final Cache<String, Program> programs;

    private sealed interface ParsedOrRefused {

        record Parsed(ParsedDocument document) implements ParsedOrRefused {}

        record Refused(Prepared.Refused refusal) implements ParsedOrRefused {}
    }

    /**
     * @param defers the variables of {@code @defer(if:)} that are true
     */
    record OperationKey(Json query, @Nullable String name, Set<String> defers) {}

    private ActiveGraph(Supergraph supergraph, EngineSettings settings, GraphRecord planning) {
        Joins joins = Joins.of(supergraph);
        Api api = Api.of(ApiSchema.of(supergraph));
        this.supergraph = supergraph;
        this.settings = settings;
        this.planning = planning;
        this.operations = Operations.of(joins, settings.limits().operation());
        this.planner = Planner.of(joins, settings.overrideLabels());
        this.types = new TypeNames(supergraph.types().keySet());
        this.schema = new Schema(api, types);
        this.variables = new Variables(api);
        this.introspector = new Introspector(api);
        this.parsing = settings.limits().parser();
        this.documents = cache(Json::length);
        this.prepared = cache(key -> key.query().length());
        this.programs = cache(String::length);
    }

    /** What is made of a long text takes the room of several. */
    private <K, V> Cache<K, V> cache(ToIntFunction<K> length) {
        return Caffeine.newBuilder()
                .maximumWeight(settings.keptPlans())
                .weigher((K key, V _) -> 1 + length.applyAsInt(key) / LENGTH_OF_ONE)
                .build();
    }

    /**
     * @throws SupergraphException where the text is no supergraph
     * @throws SyntaxException where it is no GraphQL
     */
    static ActiveGraph of(String sdl, EngineSettings settings, GraphRecord planning) {
        return new ActiveGraph(SupergraphReader.read(sdl), settings, planning);
    }

    Supergraph supergraph() {
        return supergraph;
    }

    /** How many operations are ready, about. */
    long size() {
        return prepared.estimatedSize();
    }

    Variables variables() {
        return variables;
    }

    Introspector introspector() {
        return introspector;
    }

    /** What was made ready before, or null: then {@link #prepare} has to be called, not on an event loop. */
    @Nullable
    Prepared known(Json query, @Nullable String name, @Nullable Json given) {
        ParsedOrRefused document = documents.getIfPresent(query);
        return switch (document) {
            case null -> null;
            case ParsedOrRefused.Refused(Prepared.Refused refusal) -> refusal;
            case ParsedOrRefused.Parsed(ParsedDocument parsed) ->
                prepared.getIfPresent(new OperationKey(query, name, parsed.defers(given)));
        };
    }

    /** Parses, validates and plans. */
    Prepared prepare(Json sent, @Nullable String name, @Nullable Json given) {
        Json query = sent.copy();
        ParsedOrRefused document = documents.get(query, this::parsed);
        return switch (document) {
            case ParsedOrRefused.Refused(Prepared.Refused refusal) -> refusal;
            case ParsedOrRefused.Parsed(ParsedDocument parsed) -> {
                Set<String> defers = parsed.defers(given);
                yield prepared.get(new OperationKey(query, name, defers), _ -> prepared(parsed, name, defers));
            }
        };
    }

    private ParsedOrRefused parsed(Json query) {
        try {
            Document document = Parser.parse(JsonValues.text(query), parsing);
            return new ParsedOrRefused.Parsed(
                    ParsedDocument.of(settings.deferSupport() ? document : ParsedDocument.withoutDefer(document)));
        } catch (SyntaxException wrong) {
            Problem problem =
                    new Problem(Problem.SYNTAX, String.valueOf(wrong.getMessage()), List.of(wrong.position()));
            return new ParsedOrRefused.Refused(new Prepared.Refused(Refusals.of(List.of(problem))));
        }
    }

    private Prepared prepared(ParsedDocument document, @Nullable String name, Set<String> defers) {
        try {
            Operation operation = operations.read(document.document(), name, defers::contains);
            Program program = programs.get(operation.planKey(), _ -> program(operation));
            if (!settings.introspection() && !program.plan().introspection().isEmpty()) {
                return refused(new Problem(
                        Problem.INVALID, "The schema cannot be asked for here: introspection is off", List.of()));
            }
            Map<String, Json> literals = new LinkedHashMap<>();
            operation.literals().forEach((variable, value) -> literals.put(variable, Literals.json(value)));
            return new Prepared.Ready(
                    operation.name(),
                    program,
                    operation.variables().stream()
                            .filter(variable -> !literals.containsKey(variable.name()))
                            .toList(),
                    literals);
        } catch (OperationException invalid) {
            return new Prepared.Refused(Refusals.of(invalid.problems()));
        } catch (PlanningException refused) {
            planning.unplanned(refused.code());
            return refused(new Problem(refused.code(), String.valueOf(refused.getMessage()), List.of()));
        }
    }

    private static Prepared refused(Problem problem) {
        return new Prepared.Refused(Refusals.of(List.of(problem)));
    }

    private Program program(Operation operation) {
        long start = System.nanoTime();
        Plan plan = planner.plan(operation);
        planning.planned(plan, System.nanoTime() - start);
        return Compiler.compile(plan, types, schema);
    }

    /** Makes ready what is used most on another graph. */
    void warmUpFrom(ActiveGraph other) {
        other.prepared
                .policy()
                .eviction()
                .ifPresent(eviction -> eviction.hottest(settings.warmUp()).forEach((key, was) -> {
                    if (was instanceof Prepared.Ready) {
                        warmUp(key);
                    }
                }));
    }

    /** What cannot be made ready now is tried again when somebody asks for it. */
    private void warmUp(OperationKey key) {
        try {
            if (documents.get(key.query(), this::parsed) instanceof ParsedOrRefused.Parsed(ParsedDocument parsed)) {
                prepared.asMap().computeIfAbsent(key, _ -> prepared(parsed, key.name(), key.defers()));
            }
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.warn("An operation in use could not be made ready for a new supergraph", unexpected);
        }
    }
}
