package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that operations can still come across, by what is not hidden. */
final class ReachableTypes {

    private final Supergraph supergraph;
    private final Hidden hidden;
    private final Map<String, Set<String>> implementations = new LinkedHashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    ReachableTypes(Supergraph supergraph, Hidden hidden) {
        this.supergraph = supergraph;
        this.hidden = hidden;
        for (Type type : supergraph.types().values()) {
            if (type instanceof FieldsType fielded) {
                for (Implementation each : fielded.implementations()) {
                    implementations
                            .computeIfAbsent(each.interfaceName(), _ -> new LinkedHashSet<>())
                            .add(type.name());
                }
            }
        }
    }

    void hideOthers() {
        supergraph.roots().values().forEach(this::reach);
        for (DirectiveDefinition directive : supergraph.directives().values()) {
            directive.arguments().forEach(argument -> reach(argument.type().name()));
        }
        while (!waiting.isEmpty()) {
            visit(supergraph.types().get(waiting.poll()));
        }
        for (String type : supergraph.types().keySet()) {
            if (!reached.contains(type)) {
                hidden.add(type);
            }
        }
    }

    private void reach(String type) {
        if (supergraph.types().containsKey(type) && !hidden.has(type) && reached.add(type)) {
            waiting.add(type);
        }
    }

    private void visit(@Nullable Type type) {
        switch (type) {
            case FieldsType fielded -> {
                fielded.fields().values().forEach(field -> visit(fielded.name(), field));
                fielded.implementations().forEach(each -> reach(each.interfaceName()));
                if (fielded instanceof InterfaceType) {
                    implementations.getOrDefault(fielded.name(), Set.of()).forEach(this::reach);
                }
            }
            case UnionType union -> union.members().forEach(member -> reach(member.name()));
            case InputType input -> {
                for (InputType.InputField field : input.fields().values()) {
                    if (!hidden.has(Elements.field(input.name(), field.name()))) {
                        reach(field.type().name());
                    }
                }
            }
            case Type.ScalarType _, Type.EnumType _ -> {}
            case null -> {}
        }
    }

    private void visit(String type, Field field) {
        if (hidden.has(Elements.field(type, field.name()))) {
            return;
        }
        reach(field.type().name());
        field.arguments().forEach(argument -> {
            if (!hidden.has(Elements.argument(type, field.name(), argument.name()))) {
                reach(argument.type().name());
            }
        });
    }
}
