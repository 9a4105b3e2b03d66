package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.Deferral;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.plan.Deferred;
import io.asyncflow.gateway.planner.plan.Shape;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how the answer is read from the tree, and sets aside what is deferred. */
final class Shapes {

    private final Supergraph supergraph;
    private final List<Deferred> deferred = new ArrayList<>();

    /** The conditions of the fields around; a deferred part starts below them, and must still mind them. */
    private final Deque<List<Condition>> around = new ArrayDeque<>();

    Shapes(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** Outer deferrals first. */
    List<Deferred> deferred() {
        return deferred;
    }

    Shape of(Place place, List<EntryDraft> entries, int deferral) {
        List<EntryDraft> now = new ArrayList<>(entries.size());
        Map<Deferral, List<EntryDraft>> later = new LinkedHashMap<>();
        for (EntryDraft entry : entries) {
            Deferral of = entry.field().deferral();
            if (of == null || of.id() == deferral) {
                now.add(entry);
            } else {
                later.computeIfAbsent(of, _ -> new ArrayList<>()).add(entry);
            }
        }
        List<Shape.Entry> written = new ArrayList<>(now.size());
        later.forEach((id, some) -> defer(id, place, some, deferral));
        now.forEach(entry -> written.add(entry(entry, deferral)));
        return new Shape(type(place), typename(place), written);
    }

    private void defer(Deferral deferral, Place place, List<EntryDraft> entries, int within) {
        int index = deferred.size();
        Shape shape = minding(around(), of(place, entries, deferral.id()));
        int parent = deferral.parent() == null ? 0 : deferral.parent().id();
        deferred.add(index, new Deferred(deferral.id(), parent, within, deferral.label(), place.path(), shape));
    }

    private List<Condition> around() {
        return around.stream().flatMap(List::stream).distinct().toList();
    }

    private static Shape minding(List<Condition> conditions, Shape shape) {
        return conditions.isEmpty()
                ? shape
                : new Shape(
                        shape.type(),
                        shape.typename(),
                        shape.entries().stream()
                                .map(entry -> minding(conditions, entry))
                                .toList());
    }

    private static Shape.Entry minding(List<Condition> conditions, Shape.Entry entry) {
        Set<Condition> all = new LinkedHashSet<>(conditions);
        all.addAll(entry.conditions());
        return new Shape.Entry(entry.key(), entry.from(), entry.types(), List.copyOf(all), entry.type(), entry.shape());
    }

    private @Nullable String type(Place place) {
        boolean isOne = place.types().size() == 1
                && supergraph.types().get(place.types().getFirst()) instanceof ObjectType;
        return isOne ? place.types().getFirst() : null;
    }

    private static @Nullable String typename(Place place) {
        Slot slot = place.typename();
        return slot == null ? null : slot.key();
    }

    private Shape.Entry entry(EntryDraft entry, int deferral) {
        Slot slot = entry.slot();
        Field field = entry.field();
        around.addLast(field.conditions());
        Shape below = entry.below() == null ? null : of(slot.below(), entry.below(), deferral);
        around.removeLast();
        return new Shape.Entry(
                field.key(),
                slot.key(),
                Objects.requireNonNullElse(slot.types(), List.of()),
                field.conditions(),
                field.type(),
                below);
    }
}
