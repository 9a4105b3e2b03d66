package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.satisfiability.Stop.ContextSource;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which types set which contexts ({@code @context}), and what of them {@code @fromContext} reads. */
final class Contexts {

    private final Supergraph supergraph;
    private final RuntimeTypes runtimeTypes;
    private final Map<String, Set<String>> setBy = new HashMap<>();
    private final Map<ContextArgument, List<Selection>> selections = new HashMap<>();

    Contexts(Supergraph supergraph, RuntimeTypes runtimeTypes) {
        this.supergraph = supergraph;
        this.runtimeTypes = runtimeTypes;
        Set<String> read = contextsRead();
        if (!read.isEmpty()) {
            String directive = SpecNames.directive(supergraph, "context");
            supergraph.types().values().forEach(type -> collect(type, directive, read));
        }
    }

    /** The contexts that an object of the type sets for what is below it. */
    Set<String> setBy(String objectType) {
        return setBy.getOrDefault(objectType, Set.of());
    }

    /** What the argument reads of its source, without the fragments that cannot apply to it. */
    List<FieldPath> read(ContextArgument argument, ContextSource source) {
        List<Selection> selected = selections.computeIfAbsent(argument, key -> Parser.selections(key.selection()));
        return FieldPath.of(selected.stream()
                .filter(selection -> applies(selection, source.type()))
                .toList());
    }

    private boolean applies(Selection selection, String type) {
        return !(selection instanceof Selection.InlineFragment fragment)
                || fragment.typeCondition() == null
                || !(supergraph.types().get(fragment.typeCondition()) instanceof ObjectType object)
                || object.name().equals(type);
    }

    private Set<String> contextsRead() {
        Set<String> read = new HashSet<>();
        for (Type type : supergraph.types().values()) {
            if (type instanceof FieldsType fields) {
                fields.fields().values().stream()
                        .flatMap(field -> field.joins().stream())
                        .flatMap(join -> join.contextArguments().stream())
                        .forEach(argument -> read.add(argument.context()));
            }
        }
        return read;
    }

    private void collect(Type type, String directive, Set<String> read) {
        for (Directive applied : type.directives()) {
            String context = applied.name().equals(directive) ? name(applied) : null;
            if (context != null && read.contains(context)) {
                for (String object : runtimeTypes.of(type.name())) {
                    setBy.computeIfAbsent(object, _ -> new LinkedHashSet<>()).add(context);
                }
            }
        }
    }

    private static @Nullable String name(Directive applied) {
        return applied.argument("name") instanceof StringValue(String name) ? name : null;
    }
}
