package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.KeyOrder;
import io.asyncflow.gateway.planner.plan.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an object of one place shows, for given values of all conditions. The fields for a type are put together when the
 * first object of the type comes. Safe for use by several threads.
 */
public final class ObjectProjection {

    /** What all projections of an answer have in common. */
    private record Setting(
            Schema schema,
            Predicate<Condition> holds,
            Map<String, FragmentDefinition> fragments,
            Map<Place, List<Integer>> deferred,
            AtomicInteger numbers) {}

    private final Setting setting;
    private final List<Shape> shapes;

    /** What the client selected there, or nothing where the shapes have their keys in order. */
    private final List<List<Selection>> asked;

    private final Place place;
    private final boolean dependsOnType;
    private final boolean needsType;
    private final int typenameSlot;
    private final int number;

    /** By the number of the type; the first is for objects of which it is not known. */
    private final AtomicReferenceArray<Field @Nullable []> fields;

    private ObjectProjection(List<Shape> shapes, List<List<Selection>> asked, Place place, Setting setting) {
        this.setting = setting;
        this.shapes = shapes;
        this.asked = asked;
        this.place = place;
        this.dependsOnType = shapes.stream()
                .flatMap(shape -> shape.entries().stream())
                .anyMatch(entry -> !entry.types().isEmpty());
        this.needsType = shapes.stream()
                .flatMap(shape -> shape.entries().stream())
                .filter(entry -> entry.conditions().stream().allMatch(setting.holds()))
                .anyMatch(entry -> !entry.types().isEmpty() || entry.from().equals(Place.TYPENAME));
        this.typenameSlot = place.slot(Place.TYPENAME);
        this.number = setting.numbers().incrementAndGet();
        this.fields = new AtomicReferenceArray<>(
                dependsOnType ? setting.schema().names().size() + 1 : 1);
    }

    /**
     * @param deferred which parts of the plan are deferred of the objects of a place
     */
    public static ObjectProjection of(
            Shape shape,
            KeyOrder order,
            Place place,
            Schema schema,
            Predicate<Condition> holds,
            Map<Place, List<Integer>> deferred) {
        return new ObjectProjection(
                List.of(shape),
                List.of(order.selections()),
                place,
                new Setting(schema, holds, order.fragments(), deferred, new AtomicInteger()));
    }

    /** Whether anything of the answer is deferred. */
    boolean defers() {
        return !setting.deferred().isEmpty();
    }

    /** The parts of the plan that are deferred of its objects. */
    List<Integer> deferred() {
        return setting.deferred().getOrDefault(place, List.of());
    }

    /** Whether the object shows nothing. */
    public boolean isEmpty(Tree tree, int object) {
        return fields(type(tree, object)).length == 0;
    }

    int type(Tree tree, int object) {
        long type = typenameSlot == Place.NONE ? Cell.NOTHING : tree.slot(object, typenameSlot);
        return Cell.kind(type) == Cell.TYPE ? Cell.number(type) : TypeNames.UNKNOWN;
    }

    /** Tells it from all others of the same answer. */
    int number() {
        return number;
    }

    /** Whether what its objects show cannot be told without their type, which only they can tell. */
    boolean needsType() {
        return needsType && typenameSlot != Place.NONE && fixedType() == TypeNames.UNKNOWN;
    }

    /** Where its objects tell their type, or {@link Place#NONE}. */
    int typenameSlot() {
        return typenameSlot;
    }

    /** The fields of an object of the type, or of one whose type is not known. */
    Field[] fields(int type) {
        int index = dependsOnType ? known(type) + 1 : 0;
        Field[] ready = fields.get(index);
        if (ready == null) {
            ready = collect(index - 1);
            fields.set(index, ready);
        }
        return ready;
    }

    private int known(int type) {
        return type == TypeNames.UNKNOWN ? fixedType() : type;
    }

    private int fixedType() {
        String type = shapes.getFirst().type();
        return type == null ? TypeNames.UNKNOWN : setting.schema().names().number(type);
    }

    private Field[] collect(int type) {
        String name = type < 0 ? null : setting.schema().names().name(type);
        Map<String, List<Selection.Field>> order =
                new KeysInOrder(setting.schema(), setting.holds(), setting.fragments(), type).of(asked);
        Map<String, List<Shape.Entry>> byKey = new LinkedHashMap<>();
        order.keySet().forEach(key -> byKey.put(key, new ArrayList<>()));
        for (Shape shape : shapes) {
            for (Shape.Entry entry : shape.entries()) {
                boolean applies =
                        entry.types().isEmpty() || name != null && entry.types().contains(name);
                if (applies && entry.conditions().stream().allMatch(setting.holds())) {
                    byKey.computeIfAbsent(entry.key(), _ -> new ArrayList<>()).add(entry);
                }
            }
        }
        List<Field> fields = new ArrayList<>(byKey.size());
        byKey.forEach((key, entries) -> {
            if (!entries.isEmpty()) {
                fields.add(field(entries, order.getOrDefault(key, List.of())));
            }
        });
        return fields.toArray(Field[]::new);
    }

    private Field field(List<Shape.Entry> entries, List<Selection.Field> asked) {
        Shape.Entry first = entries.getFirst();
        Schema schema = setting.schema();
        if (entries.stream().anyMatch(entry -> !entry.from().equals(first.from()))) {
            throw new IllegalStateException("The key " + first.key() + " is read from several places");
        }
        boolean typename = first.from().equals(Place.TYPENAME);
        Nullability nulls = Nullability.of(first.type());
        String type = first.type().name();
        List<Shape> below = entries.stream()
                .map(Shape.Entry::shape)
                .filter(shape -> shape != null)
                .toList();
        boolean made = type.startsWith("__") || typename;
        return new Field(
                first.key(),
                place.slot(first.from()),
                typename ? fixedType() : TypeNames.UNKNOWN,
                nulls,
                made || !below.isEmpty() ? null : schema.leaf(type),
                made || below.isEmpty() ? null : below(below, asked, first.from()),
                made ? null : schema.possible(type));
    }

    private ObjectProjection below(List<Shape> shapes, List<Selection.Field> asked, String key) {
        Place below = place.below(key);
        return new ObjectProjection(
                shapes,
                asked.stream().map(Selection.Field::selections).toList(),
                below == null ? new Place() : below,
                setting);
    }
}
