package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.fetch.LookupDraft.ContextDraft;
import io.asyncflow.gateway.planner.fetch.SelectionDraft.FieldDraft;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That the objects of a place are asked of a subgraph in a fetch: one that they come from, or one that they are looked up
 * in. What they come from is asked only once something is asked of them there.
 */
final class Visit {

    private final FetchDraft fetch;
    private final @Nullable State arrived;
    private final @Nullable Visit above;
    private final @Nullable FieldDraft by;
    private final @Nullable LookupDraft lookup;
    private final Map<String, State> entered = new LinkedHashMap<>();
    private @Nullable SelectionDraft selections;
    private boolean isFed;

    private Visit(
            FetchDraft fetch,
            @Nullable State arrived,
            @Nullable Visit above,
            @Nullable FieldDraft by,
            @Nullable LookupDraft lookup,
            @Nullable SelectionDraft selections) {
        this.fetch = fetch;
        this.arrived = arrived;
        this.above = above;
        this.by = by;
        this.lookup = lookup;
        this.selections = selections;
    }

    /** Of the objects that a field of another visit yields. */
    static Visit below(Visit above, Slot slot, Move move, @Nullable List<String> types, List<ContextDraft> contexts) {
        FieldDraft by = new FieldDraft(slot, move, types, contexts, new SelectionDraft());
        return new Visit(above.fetch, move.target(), above, by, null, null);
    }

    /** Of a root type's object. */
    static Visit root(FetchDraft fetch, State state) {
        return new Visit(fetch, state, null, null, null, fetch.selections());
    }

    static Visit lookup(FetchDraft fetch) {
        LookupDraft lookup = fetch.lookups().getFirst();
        return new Visit(fetch, null, null, null, lookup, lookup.selections());
    }

    /** A lookup of objects whose type is not known before. */
    static Visit revealing(FetchDraft fetch, State state) {
        LookupDraft lookup = fetch.lookups().getFirst();
        return new Visit(fetch, state, null, null, lookup, lookup.selections());
    }

    FetchDraft fetch() {
        return fetch;
    }

    /** The state that the objects arrive in, or null where they are looked up. */
    @Nullable
    State arrived() {
        return arrived;
    }

    @Nullable
    LookupDraft lookup() {
        return lookup;
    }

    void enter(String type, State state) {
        entered.put(type, state);
    }

    /** Whether a field with inputs can be asked of the types alone: of no other that goes under the same name. */
    boolean canFeedOnly(List<String> types) {
        return entered.entrySet().stream()
                .allMatch(each -> types.contains(each.getKey())
                        || each.getKey().equals(each.getValue().type()));
    }

    /** Whether the type can be entered, though others go under the same name and have inputs. */
    boolean canEnter(String type, State state) {
        return !isFed || type.equals(state.type());
    }

    void setFed() {
        isFed = true;
    }

    /** The state of an object of the type, or null where the visit is not for such. */
    @Nullable
    State state(String type) {
        return arrived == null ? entered.get(type) : arrived.narrowed(type);
    }

    /** Whether the subgraph is entered here, and not come from the place above. */
    boolean isEntry() {
        return above == null;
    }

    boolean isBelow(Visit other) {
        return above == other;
    }

    boolean isUsed() {
        return selections != null && !selections.isEmpty();
    }

    private SelectionDraft selections() {
        SelectionDraft known = selections;
        if (known == null && above != null && by != null) {
            known = above.ask(by).selections();
            selections = known;
        }
        if (known == null) {
            throw new IllegalStateException("Nothing can be asked of a leaf");
        }
        return known;
    }

    /** Asks for a field; its types are those of the objects, or null for all that arrive. */
    FieldDraft ask(FieldDraft field) {
        SelectionDraft here = selections();
        FieldDraft known = here.field(field.slot());
        if (known != null) {
            return known;
        }
        field.slot().writers().add(fetch);
        return here.add(
                new FieldDraft(field.slot(), field.move(), fragments(field), field.contexts(), field.selections()));
    }

    private @Nullable List<String> fragments(FieldDraft field) {
        if (arrived == null) {
            return entityTypes(field.types());
        }
        List<String> types = arrived.isAbstract() ? narrowing(arrived, field) : null;
        return types == null && lookup != null ? List.of(arrived.type()) : types;
    }

    private List<String> entityTypes(@Nullable List<String> types) {
        Set<String> names = new LinkedHashSet<>();
        for (String type : types == null ? List.copyOf(entered.keySet()) : types) {
            State state = entered.get(type);
            names.add(state == null ? type : state.type());
        }
        return List.copyOf(names);
    }

    /** Those that the subgraph knows, if any: it cannot be asked about others. */
    private static List<String> known(State arrived, List<String> types) {
        List<String> known =
                types.stream().filter(type -> arrived.narrowed(type) != null).toList();
        return known.isEmpty() ? types : known;
    }

    private static @Nullable List<String> narrowing(State arrived, FieldDraft field) {
        if (field.slot().name().equals("__typename")) {
            return field.types() == null ? null : known(arrived, field.types());
        }
        if (field.types() != null) {
            return field.types();
        }
        Move uniform = arrived.uniformMove(field.slot().name());
        boolean asIs = uniform != null && uniform.target() == field.move().target();
        return asIs ? null : arrived.runtimeTypes();
    }
}
