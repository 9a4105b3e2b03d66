package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.ObjectValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applications that the supergraph does not apply but record, with the subgraphs they are from:
 *
 * <pre>
 *   a.graphql:   @cacheTag(format: "products")
 *   supergraph:  @join__directive(graphs: [A], name: "federation__cacheTag", args: {format: "products"})
 * </pre>
 */
final class JoinedDirectives {

    private final Map<Directive, List<Value>> graphs = new LinkedHashMap<>();

    void add(String graph, String name, List<Argument> arguments) {
        graphs.computeIfAbsent(new Directive(name, arguments, Position.NONE), key -> new ArrayList<>())
                .add(new EnumValue(graph));
    }

    List<Directive> all() {
        List<Directive> joined = new ArrayList<>();
        graphs.forEach((directive, in) -> joined.add(joined(directive, in)));
        return joined;
    }

    private static Directive joined(Directive directive, List<Value> graphs) {
        Map<String, Value> arguments = new LinkedHashMap<>();
        directive.arguments().forEach(argument -> arguments.put(argument.name(), argument.value()));
        return new Directive(
                MergedDirectives.JOIN_DIRECTIVE,
                List.of(
                        new Argument("graphs", new ListValue(graphs), Position.NONE),
                        new Argument("name", new StringValue(directive.name()), Position.NONE),
                        new Argument("args", new ObjectValue(arguments), Position.NONE)),
                Position.NONE);
    }
}
