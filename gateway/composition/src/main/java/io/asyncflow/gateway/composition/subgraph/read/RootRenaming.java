package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rewriter;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls the root types Query, Mutation and Subscription. */
public final class RootRenaming extends Rewriter {

    private final Map<String, String> renamed;

    private RootRenaming(Map<String, String> renamed) {
        this.renamed = renamed;
    }

    public static Draft rename(Draft draft) {
        Map<String, String> renamed = new HashMap<>();
        Map<OperationType, String> roots = new LinkedHashMap<>();
        draft.header().roots().forEach((operation, name) -> {
            roots.put(operation, operation.rootName());
            if (!name.equals(operation.rootName())) {
                renamed.put(name, operation.rootName());
            }
        });
        if (renamed.isEmpty()) {
            return draft;
        }
        RootRenaming renaming = new RootRenaming(renamed);
        Map<String, List<TypeDefinition>> parts = new LinkedHashMap<>();
        draft.parts()
                .forEach((name, ofOne) -> parts.put(
                        renaming.name(name), ofOne.stream().map(renaming::type).toList()));
        return new Draft(draft.header().withRoots(roots), parts);
    }

    @Override
    protected String name(String type) {
        return renamed.getOrDefault(type, type);
    }
}
