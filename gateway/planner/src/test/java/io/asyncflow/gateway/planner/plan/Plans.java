package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.KeyOrder;
import io.asyncflow.gateway.planner.plan.Lookup.Input;
import io.asyncflow.gateway.planner.plan.Lookup.Representation;
import io.asyncflow.gateway.planner.plan.Path.Segment;
import io.asyncflow.gateway.planner.plan.Shape.Entry;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of plans that are put together by hand. */
final class Plans {

    static final Graph CATALOG = new Graph("CATALOG", "catalog", "http://catalog");
    static final Graph STOCK = new Graph("STOCK", "stock", "http://stock");
    static final TypeRef TEXT = TypeRef.named("String");
    static final Shape NOTHING = shape();

    private Plans() {}

    static Plan plan(Shape shape, Fetch... fetches) {
        return new Plan(
                OperationType.QUERY,
                List.of(fetches),
                List.of(),
                shape,
                KeyOrder.PLANNED,
                List.of(),
                new Work(7, false));
    }

    static Plan plan(Shape shape, List<Deferred> deferred) {
        return new Plan(
                OperationType.QUERY, List.of(), List.of(), shape, KeyOrder.PLANNED, deferred, new Work(7, false));
    }

    static Fetch root(String document) {
        return new Fetch.Root(1, CATALOG, List.of(), List.of(), 0, Path.ROOT, request(document));
    }

    static Fetch entities(List<Condition> conditions, String document, Lookup... lookups) {
        return new Fetch.Entities(2, STOCK, List.of(1), conditions, 0, List.of(lookups), request(document));
    }

    static Request request(String document, String... variables) {
        var operation =
                (OperationDefinition) Parser.parse(document).definitions().getFirst();
        return new Request(operation, document, List.of(variables));
    }

    static Lookup lookup(String key, Path path, Representation... representations) {
        return new Lookup(key, "representations", path, List.of(representations), List.of());
    }

    static Representation representation(List<String> types, String typename, Input... inputs) {
        return new Representation(types, typename, List.of(inputs));
    }

    static Input input(String name, Input... inputs) {
        return new Input(name, name, List.of(), List.of(inputs));
    }

    static Path path(Segment... segments) {
        return new Path(List.of(segments));
    }

    static Segment segment(String key, int lists, String... types) {
        return new Segment(List.of(types), key, lists);
    }

    static Shape shape(Entry... entries) {
        return new Shape(null, null, List.of(entries));
    }

    static Entry entry(String key, TypeRef type, @Nullable Shape shape) {
        return new Entry(key, key, List.of(), List.of(), type, shape);
    }
}
