package io.asyncflow.gateway.executor.program;

import io.asyncflow.gateway.executor.asking.Way;
import io.asyncflow.gateway.executor.projection.ObjectProjection;
import io.asyncflow.gateway.executor.projection.Schema;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.KeyOrder;
import io.asyncflow.gateway.planner.plan.Deferred;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Path;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A plan, with all that can be prepared before an operation runs. Safe for use by several threads. */
public final class Program {

    /** Ways of answering that are kept ready; operations with more conditions are few. */
    private static final int KEPT = 16;

    private final Plan plan;
    private final List<Step> steps;
    private final Place root;
    private final TypeNames types;
    private final Schema schema;
    private final List<Way> deferred;
    private final List<String> conditions;
    private final boolean shares;
    private final int rootType;
    private final Map<List<Boolean>, Answering> answerings = new ConcurrentHashMap<>();

    Program(Plan plan, List<Step> steps, Place root, TypeNames types, Schema schema) {
        this.plan = plan;
        this.steps = List.copyOf(steps);
        this.root = root;
        this.types = types;
        this.schema = schema;
        this.rootType = types.number(plan.type().rootName());
        this.deferred = plan.deferred().stream()
                .map(each -> new Way(each.path(), root, types))
                .toList();
        this.conditions = List.copyOf(conditions(plan));
        this.shares = steps.stream()
                .allMatch(step -> !(step.fetch() instanceof Fetch.Entities entities)
                        || entities.lookups().stream()
                                .allMatch(lookup -> lookup.contexts().isEmpty()));
    }

    public Plan plan() {
        return plan;
    }

    public List<Step> steps() {
        return steps;
    }

    public Place root() {
        return root;
    }

    /** The number of the root type. */
    public int rootType() {
        return rootType;
    }

    public TypeNames types() {
        return types;
    }

    public Schema schema() {
        return schema;
    }

    /**
     * Whether objects of the same representation may share what comes back for it. Not where values from around an
     * object make what is below it another.
     */
    public boolean shares() {
        return shares;
    }

    /** The way to the objects of the deferral, by its place in the plan. */
    public Way deferred(int index) {
        return deferred.get(index);
    }

    /** How the answer is read, for those values of the conditions. */
    public Answering answering(Predicate<String> isTrue) {
        List<Boolean> values = conditions.isEmpty()
                ? List.of()
                : conditions.stream().map(isTrue::test).toList();
        Answering known = answerings.get(values);
        if (known != null) {
            return known;
        }
        Answering made = new Answering(isTrue);
        if (answerings.size() < KEPT) {
            answerings.put(values, made);
        }
        return made;
    }

    /** How the answer and its deferred parts are read. */
    public final class Answering {

        private final ObjectProjection initial;
        private final List<ObjectProjection> later;

        private Answering(Predicate<String> isTrue) {
            Map<String, Boolean> values = new ConcurrentHashMap<>();
            conditions.forEach(name -> values.put(name, isTrue.test(name)));
            Predicate<Condition> holds =
                    condition -> Boolean.valueOf(condition.expected()).equals(values.get(condition.variable()));
            initial = ObjectProjection.of(plan.shape(), plan.order(), root, schema, holds, within(0));
            later = plan.deferred().stream()
                    .map(each -> ObjectProjection.of(
                            each.shape(), KeyOrder.PLANNED, place(each.path()), schema, holds, within(each.id())))
                    .toList();
        }

        public ObjectProjection initial() {
            return initial;
        }

        public ObjectProjection later(int index) {
            return later.get(index);
        }
    }

    /** The deferred parts that are announced with that one, or with the first answer, by the places they are of. */
    private Map<Place, List<Integer>> within(int deferral) {
        Map<Place, List<Integer>> parts = new IdentityHashMap<>();
        for (int i = 0; i < plan.deferred().size(); i++) {
            Deferred part = plan.deferred().get(i);
            if (part.within() == deferral) {
                parts.computeIfAbsent(place(part.path()), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        return parts;
    }

    private Place place(Path path) {
        Place place = root;
        for (Path.Segment segment : path.segments()) {
            Place below = place.below(segment.key());
            place = below == null ? new Place() : below;
        }
        return place;
    }

    private static Set<String> conditions(Plan plan) {
        Set<String> names = new LinkedHashSet<>(plan.order().variables());
        collect(plan.shape(), names);
        plan.deferred().stream().map(Deferred::shape).forEach(shape -> collect(shape, names));
        return names;
    }

    private static void collect(Shape shape, Set<String> names) {
        List<Shape> nested = new ArrayList<>();
        for (Shape.Entry entry : shape.entries()) {
            entry.conditions().forEach(condition -> names.add(condition.variable()));
            if (entry.shape() != null) {
                nested.add(entry.shape());
            }
        }
        nested.forEach(each -> collect(each, names));
    }
}
