package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the fields of a selection that have one name in the response can be merged, as GraphQL has it. */
final class MergeCheck {

    private final SubgraphTypes types;

    MergeCheck(SubgraphTypes types) {
        this.types = types;
    }

    private record Placed(String type, Selection.Field field, FieldDefinition definition) {}

    void check(List<Selection> selections, String type) {
        Map<String, List<Placed>> byName = new LinkedHashMap<>();
        collect(selections, type, byName);
        byName.values().forEach(this::check);
    }

    private void collect(List<Selection> selections, String type, Map<String, List<Placed>> byName) {
        for (Selection selection : selections) {
            if (selection instanceof Selection.Field field) {
                byName.computeIfAbsent(field.responseName(), _ -> new ArrayList<>())
                        .add(new Placed(type, field, types.field(type, field.name())));
            } else if (selection instanceof Selection.InlineFragment fragment) {
                String condition = fragment.typeCondition() == null ? type : fragment.typeCondition();
                collect(fragment.selections(), condition, byName);
            }
        }
    }

    private void check(List<Placed> fields) {
        Map<String, List<Placed>> below = new LinkedHashMap<>();
        for (Placed first : fields) {
            for (Placed second : fields) {
                check(first, second);
            }
            collect(first.field().selections(), first.definition().type().name(), below);
        }
        below.values().forEach(this::check);
    }

    private void check(Placed first, Placed second) {
        boolean apart = !first.type().equals(second.type())
                && types.types().get(first.type())
                        instanceof io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition
                && types.types().get(second.type())
                        instanceof io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
        boolean same = first.field().name().equals(second.field().name())
                && arguments(first).equals(arguments(second));
        if ((!apart && !same)
                || !alike(first.definition().type(), second.definition().type())) {
            throw new Violation("The request is not valid for " + types.name() + ": " + first.type() + "."
                    + first.field().name() + " and " + second.type() + "."
                    + second.field().name() + " are both called "
                    + first.field().responseName());
        }
    }

    private static String arguments(Placed placed) {
        return placed.field().arguments().stream()
                .sorted(Comparator.comparing(io.asyncflow.gateway.language.Argument::name))
                .map(argument -> argument.name() + ":" + Printer.print(argument.value()))
                .collect(Collectors.joining(","));
    }

    private boolean alike(TypeRef first, TypeRef second) {
        return switch (first) {
            case NonNullType(TypeRef of) -> second instanceof NonNullType(TypeRef other) && alike(of, other);
            case ListType(TypeRef of) -> second instanceof ListType(TypeRef other) && alike(of, other);
            case TypeRef.NamedType(String name) ->
                second instanceof TypeRef.NamedType(String other)
                        && ((types.isComposite(name) && types.isComposite(other)) || name.equals(other));
        };
    }
}
