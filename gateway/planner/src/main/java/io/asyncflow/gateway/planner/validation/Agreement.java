package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.validation.MergedFields.Found;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether fields of one key agree with the first of them; the first that does not is reported. */
final class Agreement {

    private final Api api;
    private final Problems problems;

    /** What was found the same: fragments bring the same two together in many places. */
    private final Map<List<Argument>, Set<List<Argument>>> known = new IdentityHashMap<>();

    Agreement(Api api, Problems problems) {
        this.api = api;
        this.problems = problems;
    }

    /** That clients can read the answer without knowing which field it comes from. */
    boolean onShape(List<Found> group) {
        TypeRef first = type(group.getFirst());
        for (Found found : group) {
            if (!similar(first, type(found))) {
                differ(group.getFirst(), found, "is of type " + first + " here and " + type(found) + " there");
                return false;
            }
        }
        return true;
    }

    /** That they ask for the same. */
    boolean onMeaning(List<Found> group) {
        Found first = group.getFirst();
        for (Found found : group) {
            if (!found.field().name().equals(first.field().name())) {
                differ(first, found, "is " + name(first) + " and " + name(found));
                return false;
            }
            if (!same(first.field().arguments(), found.field().arguments())) {
                differ(first, found, "is " + name(first) + " with different arguments");
                return false;
            }
        }
        return true;
    }

    private void differ(Found one, Found other, String how) {
        problems.add(
                "The key " + one.field().responseName() + " " + how + "; give one of them another alias.",
                one.field().position(),
                other.field().position());
    }

    private static String name(Found found) {
        return found.parent() + "." + found.field().name();
    }

    private TypeRef type(Found found) {
        FieldDefinition definition =
                Fields.of(api, found.parent(), found.field().name());
        return definition == null ? TypeRef.named("") : definition.type();
    }

    private boolean similar(TypeRef one, TypeRef other) {
        return switch (one) {
            case NonNullType(TypeRef of) -> other instanceof NonNullType(TypeRef otherOf) && similar(of, otherOf);
            case ListType(TypeRef of) -> other instanceof ListType(TypeRef otherOf) && similar(of, otherOf);
            case NamedType(String name) ->
                other instanceof NamedType(String otherName)
                        && (name.equals(otherName) || (api.isComposite(name) && api.isComposite(otherName)));
        };
    }

    private boolean same(List<Argument> some, List<Argument> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.size() == others.size();
        }
        Set<List<Argument>> same =
                known.computeIfAbsent(some, _ -> Collections.newSetFromMap(new IdentityHashMap<>(1)));
        return same.contains(others) || compare(some, others) && same.add(others);
    }

    private static boolean compare(List<Argument> some, List<Argument> others) {
        if (some.size() != others.size()) {
            return false;
        }
        if (some.equals(others)) {
            return true;
        }
        Map<String, Value> values = new HashMap<>();
        some.forEach(argument -> values.put(argument.name(), argument.value()));
        return others.stream().allMatch(argument -> argument.value().equals(values.get(argument.name())));
    }
}
