package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who defines which type. The first subgraph that has a type decides its kind. */
final class TypeIndex {

    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Map<String, List<Contribution<TypeDefinition>>> all = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    TypeIndex(List<Contributor> contributors) {
        for (Contributor contributor : contributors) {
            for (TypeDefinition type : contributor.schema().types().values()) {
                add(contributor, type);
            }
            addQuery(contributor);
        }
    }

    private void add(Contributor contributor, TypeDefinition type) {
        if (!BUILT_IN.contains(type.name())) {
            all.computeIfAbsent(type.name(), key -> new ArrayList<>()).add(new Contribution<>(contributor, type));
            kinds.putIfAbsent(type.name(), Kind.of(type));
        }
    }

    /** Every subgraph has a Query: Federation adds to it what entities are fetched with. */
    private void addQuery(Contributor contributor) {
        String name = OperationType.QUERY.rootName();
        if (contributor.type(name) == null) {
            add(contributor, new ObjectDefinition(null, name, List.of(), List.of(), List.of(), false, Position.NONE));
        }
    }

    Set<String> names() {
        return kinds.keySet();
    }

    @Nullable
    Kind kind(String name) {
        return kinds.get(name);
    }

    /** All definitions of the type, of whatever kind, in the order of the subgraphs. */
    List<Contribution<TypeDefinition>> all(String name) {
        return all.getOrDefault(name, List.of());
    }

    /** Those of the kind that the supergraph's type has. */
    List<Contribution<TypeDefinition>> of(String name) {
        List<Contribution<TypeDefinition>> every = all(name);
        Kind kind = kinds.get(name);
        for (Contribution<TypeDefinition> contribution : every) {
            if (Kind.of(contribution.element()) != kind) {
                return every.stream()
                        .filter(each -> Kind.of(each.element()) == kind)
                        .toList();
            }
        }
        return every;
    }

    List<String> names(Kind kind) {
        List<String> names = new ArrayList<>();
        kinds.forEach((name, each) -> {
            if (each == kind) {
                names.add(name);
            }
        });
        return names;
    }
}
