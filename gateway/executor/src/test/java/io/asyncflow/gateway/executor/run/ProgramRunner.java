package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.program.Compiler;
import io.asyncflow.gateway.executor.program.Program;
import io.asyncflow.gateway.executor.projection.Schema;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.execution.Answer;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.execution.PlanRunner;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.world.Introspected;
import io.asyncflow.gateway.planner.world.Violation;
import io.asyncflow.gateway.planner.world.World;
import io.asyncflow.gateway.supergraph.ApiSchema;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Runs plans by the executor, and puts together what comes in parts. */
final class ProgramRunner implements PlanRunner {

    /** How long a test waits for an answer, so that one which never comes fails it rather than holds up all tests. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String INTROSPECTED = "introspected ";

    private final TypeNames types;
    private final Schema schema;

    ProgramRunner(Supergraph supergraph) {
        types = new TypeNames(supergraph.types().keySet());
        schema = new Schema(Api.of(ApiSchema.of(supergraph)), types);
    }

    @Override
    public Answer run(
            Plan plan, World world, Set<String> labels, Map<String, Object> variables, PlanExecution.Order order) {
        WorldClient client = new WorldClient(world, labels);
        Outcome outcome = start(plan, client, variables).block(PATIENCE);
        return switch (outcome) {
            case Outcome.Single(Json response, var _) -> answer(response, List.of(), client);
            case Outcome.Incremental incremental -> {
                List<Outcome.Part> parts =
                        there(incremental.parts().collectList().block(PATIENCE));
                yield answer(there(parts.getFirst().initial()), parts, client);
            }
            case Outcome.Events events -> answer(there(events.responses().blockFirst(PATIENCE)), List.of(), client);
            case null -> throw new Violation("There is no answer");
        };
    }

    @Override
    public boolean ordersKeys() {
        return true;
    }

    /** What comes of the plan with that client; it starts on subscription. */
    Mono<Outcome> start(Plan plan, SubgraphClient client, Map<String, Object> variables) {
        Program program = Compiler.compile(plan, types, schema);
        Map<String, Json> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, JsonValues.write(value)));
        Map<String, Json> introspection = new LinkedHashMap<>();
        plan.introspection()
                .forEach(field -> introspection.put(field.key(), JsonValues.write(INTROSPECTED + field.name())));
        return new Executor(client).run(program, new Run(values, introspection, Caller.UNKNOWN, null));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static Answer answer(Json response, List<Outcome.Part> parts, WorldClient client) {
        Map<String, Object> complete = data(response);
        for (Outcome.Part part : parts) {
            for (Outcome.Patch patch : part.patches()) {
                if (patch.data() != null) {
                    Object added = read(patch.data());
                    merge(at(there(complete), patch.pending().path()), (Map<?, ?>) added);
                }
            }
        }
        return new Answer(data(response), complete, client.sent());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> data(Json response) {
        return (Map<String, Object>) ((Map<?, ?>) read(response)).get("data");
    }

    static Object read(Json json) {
        return there(introspected(WorldClient.plain(JsonValues.read(json))));
    }

    private static @Nullable Object introspected(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                Map<String, Object> read = new LinkedHashMap<>();
                fields.forEach((name, field) -> read.put((String) name, introspected(field)));
                yield read;
            }
            case List<?> items -> {
                List<Object> read = new ArrayList<>();
                items.forEach(item -> read.add(introspected(item)));
                yield read;
            }
            case String text
            when text.startsWith(INTROSPECTED) -> new Introspected(text.substring(INTROSPECTED.length()));
            case null, default -> value;
        };
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> at(Map<String, Object> root, List<Object> path) {
        Object at = root;
        for (Object step : path) {
            at = there(step instanceof Integer position ? ((List<?>) at).get(position) : ((Map<?, ?>) at).get(step));
        }
        return (Map<String, Object>) at;
    }

    @SuppressWarnings("unchecked")
    static void merge(Map<String, Object> into, Map<?, ?> added) {
        added.forEach((key, value) -> into.put((String) key, merged(into.get(key), value)));
    }

    /** As clients do: parts that have fields of the same list add to its items. */
    @SuppressWarnings("unchecked")
    private static @Nullable Object merged(@Nullable Object before, @Nullable Object added) {
        if (before instanceof Map<?, ?> object && added instanceof Map<?, ?> fields) {
            merge((Map<String, Object>) object, fields);
            return object;
        }
        if (before instanceof List<?> items && added instanceof List<?> more && items.size() == more.size()) {
            List<Object> merged = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                merged.add(merged(items.get(i), more.get(i)));
            }
            return merged;
        }
        return added;
    }
}
