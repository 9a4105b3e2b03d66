package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.Selected.Fragment;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits a selection into items: a field of an abstract type is one item where all object types are alike. */
final class Items {

    private final Search search;
    private final StateGraph graph;
    private final Arrivals at;
    private final List<Item> found = new ArrayList<>();
    private final List<Selected> hidden = new ArrayList<>();

    private Items(Search search, Arrivals at) {
        this.search = search;
        this.graph = search.graph();
        this.at = at;
    }

    static Items of(SelectionSet selections, Arrivals at, Search search) {
        Items items = new Items(search, at);
        for (Selected selected : selections.selections()) {
            switch (selected) {
                case Field field -> items.add(field, at.types());
                case Fragment fragment -> items.add(fragment, selections);
            }
        }
        return items;
    }

    List<Item> found() {
        return found;
    }

    /** What can be asked only once the value's type is known. */
    List<Selected> hidden() {
        return hidden;
    }

    private void add(Fragment fragment, SelectionSet around) {
        if (!at.isTypeKnown()) {
            hide(fragment, around);
            return;
        }
        Set<String> possible = graph.joins().possibleTypes(fragment.type());
        List<String> types = at.types().stream().filter(possible::contains).toList();
        if (!types.isEmpty()) {
            fragment.fields().forEach(field -> add(field, types));
        }
    }

    /** What is asked of all types anyway needs nobody to find out the type. */
    private void hide(Fragment fragment, SelectionSet around) {
        List<Field> fields = fragment.fields().stream()
                .filter(field -> around.selections().stream().noneMatch(each -> brings(each, field)))
                .toList();
        if (!fields.isEmpty()) {
            hidden.add(new Fragment(fragment.type(), fields));
        }
    }

    private static boolean brings(Selected selected, Field field) {
        return selected instanceof Field general
                && general.key().equals(field.key())
                && general.name().equals(field.name())
                && general.arguments().equals(field.arguments())
                && general.directives().equals(field.directives())
                && field.conditions().containsAll(general.conditions())
                && Objects.equals(general.deferral(), field.deferral())
                && Objects.equals(general.selections(), field.selections());
    }

    private void add(Field field, List<String> types) {
        if (search.isUnknown(field)) {
            found.add(new Item(field, filter(types), types.getFirst(), true, List.of()));
        } else if (types.isEmpty()) {
            found.add(new Item(field, null, at.states().getFirst().type(), true, ofNoType(field)));
        } else if (!at.isTypeKnown() && isHidden(field)) {
            hidden.add(field);
        } else if (field.name().equals("__typename")) {
            found.add(new Item(field, filter(types), types.getFirst(), false, typename(field, types)));
        } else if (types.size() == 1) {
            found.add(new Item(field, filter(types), types.getFirst(), false, local(field, types.getFirst())));
        } else {
            List<Option> uniform = uniform(field, types);
            if (uniform.isEmpty()) {
                split(field, types);
            } else {
                found.add(new Item(field, null, types.getFirst(), true, uniform));
            }
        }
    }

    /** The field of the abstract type itself, where the subgraph can be asked for it on whichever object type. */
    private List<Option> uniform(Field field, List<String> types) {
        if (types.size() != at.types().size() || at.states().size() != 1) {
            return List.of();
        }
        Move move = at.states().getFirst().uniformMove(field.name());
        List<Option> options = move == null ? List.of() : List.of(new Option(0, move, null));
        return !options.isEmpty() && Cost.isPossible(search.below(field, options)) ? options : List.of();
    }

    /** Of an interface that no object type implements where the value comes from: nobody can have it elsewhere. */
    private List<Option> ofNoType(Field field) {
        State state = at.states().getFirst();
        Move move = field.name().equals("__typename") ? state.typename() : state.uniformMove(field.name());
        return move == null ? List.of() : List.of(new Option(0, move, null));
    }

    /** Of what knows one of the types at all, where there is such. */
    private List<Option> typename(Field field, List<String> types) {
        List<Option> local = local(field, types.getFirst());
        List<Option> knowing = local.stream()
                .filter(option -> knowsOne(at.states().get(option.arrival()), types))
                .toList();
        return knowing.isEmpty() ? local : knowing;
    }

    private static boolean knowsOne(State state, List<String> types) {
        return types.stream().anyMatch(type -> state.narrowed(type) != null);
    }

    private boolean isHidden(Field field) {
        return field.name().equals("__typename")
                || graph.owners(at.types().getFirst(), field.name()).isEmpty();
    }

    private @Nullable List<String> filter(List<String> types) {
        return types.size() == at.types().size() ? null : types;
    }

    private void split(Field field, List<String> types) {
        Map<List<Object>, List<String>> alike = new LinkedHashMap<>();
        for (String type : types) {
            alike.computeIfAbsent(likeness(field, type), _ -> new ArrayList<>()).add(type);
        }
        for (List<String> some : alike.values()) {
            found.add(new Item(field, filter(some), some.getFirst(), false, local(field, some.getFirst())));
        }
    }

    /** Equal for types that the field can be had of in the same ways, and whose values are in the same states then. */
    private List<Object> likeness(Field field, String type) {
        List<Object> likeness = new ArrayList<>();
        for (Option option : local(field, type)) {
            likeness.add(option.arrival());
            addTarget(option.move(), likeness);
        }
        for (Move move : graph.owners(type, field.name())) {
            likeness.add(move.from().graph());
            likeness.add(move.isDirect());
            addTarget(move, likeness);
        }
        return likeness;
    }

    private static void addTarget(Move move, List<Object> likeness) {
        likeness.add(move.type());
        likeness.add(move.target() == null ? "" : move.target());
        if (move.requires() != null) {
            likeness.add(move.requires().selections());
        }
    }

    private List<Option> local(Field field, String type) {
        List<State> states = at.states();
        if (states.size() == 1) {
            Move move = local(states.getFirst(), field, type);
            return move == null ? List.of() : List.of(new Option(0, move, null));
        }
        List<Option> options = new ArrayList<>(states.size());
        for (int i = 0; i < states.size(); i++) {
            Move move = local(states.get(i), field, type);
            if (move != null) {
                options.add(new Option(i, move, null));
            }
        }
        return options;
    }

    private @Nullable Move local(State state, Field field, String type) {
        if (field.name().equals("__typename")) {
            return state.kind() == State.Kind.INTERFACE_OBJECT ? null : state.typename();
        }
        State narrowed = state.narrowed(type);
        Move move = narrowed == null ? null : narrowed.move(field.name());
        return move != null && move.isDirect() ? move : null;
    }
}
