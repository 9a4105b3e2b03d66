package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.execution.Answer;
import io.asyncflow.gateway.planner.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The subgraphs of a world, asked by JSON and answering in it. */
final class WorldClient implements SubgraphClient {

    private final World world;
    private final Set<String> labels;
    private final List<Answer.Sent> sent = new ArrayList<>();

    WorldClient(World world, Set<String> labels) {
        this.world = world;
        this.labels = labels;
    }

    List<Answer.Sent> sent() {
        return sent;
    }

    @Override
    public Mono<Json> send(SubgraphRequest request) {
        return Mono.fromSupplier(() -> answer(request));
    }

    @Override
    public Flux<Json> subscribe(SubgraphRequest request) {
        return Flux.just(answer(request));
    }

    private Json answer(SubgraphRequest request) {
        Map<String, Json> body = JsonValues.fields(request.body());
        String query = JsonValues.text(Objects.requireNonNull(body.get("query")));
        var operation = (OperationDefinition) Parser.parse(query).definitions().getFirst();
        Map<String, Object> variables = new LinkedHashMap<>();
        JsonValues.fields(Objects.requireNonNull(body.get("variables")))
                .forEach((name, value) -> variables.put(name, plain(JsonValues.read(value))));
        Map<String, Object> data = world.ask(request.graph(), labels, operation, variables);
        sent.add(new Answer.Sent(request.fetch(), query, List.copyOf(data.keySet())));
        return JsonValues.write(Map.of("data", data));
    }

    /** Numbers as the world has them. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                fields.forEach((name, field) -> plain.put((String) name, plain(field)));
                yield plain;
            }
            case List<?> items -> {
                List<Object> plain = new ArrayList<>();
                items.forEach(item -> plain.add(plain(item)));
                yield plain;
            }
            case BigDecimal number when number.scale() <= 0 -> number.intValueExact();
            case BigDecimal number -> number.doubleValue();
            case null, default -> value;
        };
    }
}
