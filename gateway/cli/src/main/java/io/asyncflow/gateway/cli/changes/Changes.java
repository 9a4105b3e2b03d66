package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.planner.api.Api;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that differs between two schemas, the worst first. */
public final class Changes {

    private final Api before;
    private final Api after;
    private final List<Change> found = new ArrayList<>();

    private Changes(Api before, Api after) {
        this.before = before;
        this.after = after;
    }

    public static List<Change> between(Api before, Api after) {
        var changes = new Changes(before, after);
        changes.roots();
        changes.types();
        changes.found.addAll(DirectiveChanges.between(before, after));
        changes.found.sort(Comparator.comparing(Change::severity));
        return List.copyOf(changes.found);
    }

    private void roots() {
        for (OperationType type : OperationType.values()) {
            String was = before.roots().get(type);
            String is = after.roots().get(type);
            if (was != null && is != null && !was.equals(is)) {
                found.add(Change.breaking(
                        "ROOT_TYPE_CHANGED",
                        "schema",
                        "The " + type.keyword() + " type is " + is + ", no longer " + was + "."));
            }
        }
    }

    private void types() {
        for (TypeDefinition was : before.types().values()) {
            TypeDefinition is = after.types().get(was.name());
            if (is == null) {
                found.add(Change.breaking("TYPE_REMOVED", was.name(), "The type is gone."));
            } else if (!was.getClass().equals(is.getClass())) {
                found.add(Change.breaking(
                        "TYPE_KIND_CHANGED", was.name(), "It is " + kind(is) + ", no longer " + kind(was) + "."));
            } else {
                new TypeChanges(before, after, found).compare(was, is);
            }
        }
        for (String name : after.types().keySet()) {
            if (!before.types().containsKey(name)) {
                found.add(Change.safe("TYPE_ADDED", name, "The type is new."));
            }
        }
    }

    private static String kind(TypeDefinition type) {
        return switch (type) {
            case TypeDefinition.ScalarDefinition _ -> "a scalar";
            case TypeDefinition.ObjectDefinition _ -> "an object type";
            case TypeDefinition.InterfaceDefinition _ -> "an interface";
            case TypeDefinition.UnionDefinition _ -> "a union";
            case TypeDefinition.EnumDefinition _ -> "an enum";
            case TypeDefinition.InputDefinition _ -> "an input type";
        };
    }
}
