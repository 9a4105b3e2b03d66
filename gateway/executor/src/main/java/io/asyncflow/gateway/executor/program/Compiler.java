package io.asyncflow.gateway.executor.program;

import io.asyncflow.gateway.executor.asking.EntityLookup;
import io.asyncflow.gateway.executor.asking.RequestBody;
import io.asyncflow.gateway.executor.asking.Way;
import io.asyncflow.gateway.executor.projection.Schema;
import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Lookup;
import io.asyncflow.gateway.planner.plan.Path;
import io.asyncflow.gateway.planner.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes programs of plans. First every fetch enters what it writes into the places of the tree; only then is it known
 * where what others read stands.
 */
public final class Compiler {

    private final Plan plan;
    private final TypeNames types;
    private final Place root = new Place();
    private final Map<Integer, Reader> roots = new HashMap<>();
    /** By identity: lookups of different requests may be equal. */
    private final Map<Lookup, Reader> lookups = new IdentityHashMap<>();

    private Compiler(Plan plan, TypeNames types) {
        this.plan = plan;
        this.types = types;
    }

    public static Program compile(Plan plan, TypeNames types, Schema schema) {
        return new Compiler(plan, types).compile(schema);
    }

    private Program compile(Schema schema) {
        root.add(Place.TYPENAME);
        plan.introspection().forEach(field -> root.add(field.key()));
        plan.fetches().forEach(this::enter);
        List<Step> steps = plan.fetches().stream().map(this::step).toList();
        return new Program(plan, steps, root, types, schema);
    }

    private void enter(Fetch fetch) {
        List<Selection> selections = fetch.request().operation().selections();
        switch (fetch) {
            case Fetch.Root each -> roots.put(fetch.id(), Reader.of(selections, place(each.path())));
            case Fetch.Subscription _ -> roots.put(fetch.id(), Reader.of(selections, root));
            case Fetch.Entities entities ->
                entities.lookups()
                        .forEach(lookup -> lookups.put(
                                lookup, Reader.of(selected(lookup.key(), selections), place(lookup.path()))));
        }
    }

    private static List<Selection> selected(String key, List<Selection> selections) {
        for (Selection selection : selections) {
            if (selection instanceof Selection.Field field
                    && field.responseName().equals(key)) {
                return field.selections();
            }
        }
        throw new IllegalStateException("The request has no field " + key);
    }

    private Place place(Path path) {
        Place place = root;
        for (Path.Segment segment : path.segments()) {
            place = place.addBelow(segment.key());
        }
        return place;
    }

    private Step step(Fetch fetch) {
        RequestBody body = new RequestBody(fetch.request());
        List<Integer> children = new ArrayList<>();
        plan.fetches().stream()
                .filter(each -> each.parents().contains(fetch.id()))
                .forEach(each -> children.add(each.id()));
        return switch (fetch) {
            case Fetch.Root each -> new Step.Root(fetch, body, children, way(each.path()), reader(fetch));
            case Fetch.Subscription _ -> new Step.Root(fetch, body, children, way(Path.ROOT), reader(fetch));
            case Fetch.Entities entities ->
                new Step.Entities(
                        fetch,
                        body,
                        children,
                        entities.lookups().stream().map(this::lookup).toList());
        };
    }

    private Way way(Path path) {
        return new Way(path, root, types);
    }

    private Reader reader(Fetch fetch) {
        Reader reader = roots.get(fetch.id());
        if (reader == null) {
            throw new IllegalStateException("Fetch " + fetch.id() + " is not entered");
        }
        return reader;
    }

    private EntityLookup lookup(Lookup planned) {
        Reader reader = lookups.get(planned);
        if (reader == null) {
            throw new IllegalStateException("Lookup " + planned.key() + " is not entered");
        }
        return new EntityLookup(planned, root, place(planned.path()), reader, types);
    }
}
