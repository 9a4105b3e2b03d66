package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns joins into directives; arguments that have their default are left out. */
final class JoinWriter {

    private final String name;
    private final List<Argument> arguments = new ArrayList<>();

    private JoinWriter(String name) {
        this.name = name;
    }

    static Directive type(TypeJoin join) {
        return new JoinWriter("join__type")
                .graph(join.graph())
                .fieldSet("key", join.key())
                .flag("extension", join.extension(), false)
                .flag("resolvable", join.resolvable(), true)
                .flag("isInterfaceObject", join.interfaceObject(), false)
                .directive();
    }

    static Directive field(FieldJoin join) {
        return new JoinWriter("join__field")
                .graph(join.graph())
                .fieldSet("requires", join.requires())
                .fieldSet("provides", join.provides())
                .string("type", join.type() == null ? null : join.type().toString())
                .flag("external", join.external(), false)
                .string("override", join.override())
                .flag("usedOverridden", join.usedOverridden(), false)
                .string("overrideLabel", join.overrideLabel())
                .contextArguments(join.contextArguments())
                .directive();
    }

    static Directive implementation(Implementation implementation) {
        return new JoinWriter("join__implements")
                .graph(implementation.graph())
                .string("interface", implementation.interfaceName())
                .directive();
    }

    static Directive member(Graph graph, String member) {
        return new JoinWriter("join__unionMember")
                .graph(graph)
                .string("member", member)
                .directive();
    }

    static Directive enumValue(Graph graph) {
        return new JoinWriter("join__enumValue").graph(graph).directive();
    }

    private JoinWriter graph(@Nullable Graph graph) {
        return graph == null ? this : add("graph", new Value.EnumValue(graph.id()));
    }

    private JoinWriter fieldSet(String argument, @Nullable FieldSet set) {
        return string(argument, set == null ? null : Printer.print(set.selections()));
    }

    private JoinWriter string(String argument, @Nullable String value) {
        return value == null ? this : add(argument, new Value.StringValue(value));
    }

    private JoinWriter flag(String argument, boolean value, boolean otherwise) {
        return value == otherwise ? this : add(argument, new Value.BooleanValue(value));
    }

    private JoinWriter contextArguments(List<ContextArgument> contextArguments) {
        if (contextArguments.isEmpty()) {
            return this;
        }
        List<Value> values = new ArrayList<>();
        for (ContextArgument argument : contextArguments) {
            Map<String, Value> parts = new LinkedHashMap<>();
            parts.put("context", new Value.StringValue(argument.context()));
            parts.put("name", new Value.StringValue(argument.name()));
            parts.put("type", new Value.StringValue(argument.type().toString()));
            parts.put("selection", new Value.StringValue(argument.selection()));
            values.add(new Value.ObjectValue(parts));
        }
        return add("contextArguments", new Value.ListValue(values));
    }

    private JoinWriter add(String argument, Value value) {
        arguments.add(new Argument(argument, value, Position.NONE));
        return this;
    }

    private Directive directive() {
        return new Directive(name, arguments, Position.NONE);
    }
}
