package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.planner.plan.PlanningException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how selections are answered from where their values are. What is below a field is chosen first, so that its
 * cost is known when the field's own subgraph is chosen; each choice is made once for each selection and states.
 */
public final class Search {

    private final StateGraph graph;
    private final Budget budget;
    private final Routes routes;
    private final Map<State, Arrivals> single = new IdentityHashMap<>();
    private final Map<List<State>, Arrivals> several = new HashMap<>();
    private final Set<Field> unknown = Collections.newSetFromMap(new IdentityHashMap<>());

    public Search(StateGraph graph, Budget budget) {
        this.graph = graph;
        this.budget = budget;
        this.routes = new Routes(graph, this);
    }

    public StateGraph graph() {
        return graph;
    }

    public Budget budget() {
        return budget;
    }

    /** At a root, where nothing is asked yet. */
    public Choice atRoot(SelectionSet selections) {
        unknown.addAll(UnknownMembers.of(selections, graph));
        Choice choice = choose(selections, new Arrivals(selections.type()));
        for (Pick pick : choice.picks()) {
            if (pick.isAbsent()) {
                throw new PlanningException(
                        "NO_PLAN",
                        "No subgraph can be asked for " + pick.field().name() + ".");
            }
        }
        return choice;
    }

    /** Whether no subgraph is asked for the field, wherever its value comes from. */
    boolean isUnknown(Field field) {
        return unknown.contains(field);
    }

    /** For a value that is known to be in the states. */
    public Choice choose(SelectionSet selections, List<State> states) {
        return choose(selections, arrivals(states));
    }

    long cost(SelectionSet selections, List<State> states) {
        return choose(selections, arrivals(states)).cost();
    }

    /** The routes into the subgraphs by the states they lead to, for a value of the type in the states. */
    public Map<State, Route> routes(List<State> states, String type) {
        return routes.from(arrivals(states), type);
    }

    private Arrivals arrivals(List<State> states) {
        return states.size() == 1
                ? single.computeIfAbsent(states.getFirst(), _ -> new Arrivals(states))
                : several.computeIfAbsent(List.copyOf(states), Arrivals::new);
    }

    private Choice choose(SelectionSet selections, Arrivals at) {
        Choice known = at.choice(selections);
        if (known != null) {
            return known;
        }
        Items items = Items.of(selections, at, this);
        budget.spend(1 + items.found().size() * (1 + at.states().size()));
        Choice choice = local(items);
        if (choice == null) {
            choice = new Comparison(this, selections, items, at).choose();
        }
        at.remember(selections, choice);
        return choice;
    }

    /** All where the value is already, if that costs nothing. */
    private @Nullable Choice local(Items items) {
        if (!items.hidden().isEmpty()) {
            return null;
        }
        List<Pick> picks = new ArrayList<>(items.found().size());
        for (Item item : items.found()) {
            boolean isFree =
                    item.isAbsent() || !item.local().isEmpty() && below(item.field(), item.local()) == Cost.NONE;
            if (!isFree) {
                return null;
            }
            picks.add(new Pick(item.field(), item.types(), item.type(), item.local()));
        }
        return new Choice(Cost.NONE, picks, null, List.of());
    }

    /** The cost of what is below the field if it is had from all of the options. */
    long below(Field field, List<Option> options) {
        if (field.selections() == null) {
            return Cost.NONE;
        }
        List<State> states = targets(options);
        return states.isEmpty() ? Cost.IMPOSSIBLE : cost(field.selections(), states);
    }

    /** The states that a value is in if it is had from all of the options. */
    List<State> targets(List<Option> options) {
        List<State> states = new ArrayList<>(options.size());
        for (Option option : options) {
            State target = option.move().target();
            if (target != null && !states.contains(target)) {
                states.add(target);
            }
        }
        return states;
    }

    /**
     * The options in other subgraphs than those arrived at; those that need no inputs, where there are any.
     *
     * @param isLocal whether it can be had where the value is already
     */
    List<Option> remote(Item item, Arrivals at, boolean isLocal) {
        if (item.uniform()) {
            return List.of();
        }
        Map<State, Route> ways = routes.from(at, item.type());
        List<Option> direct = new ArrayList<>();
        List<Option> fed = new ArrayList<>();
        for (Move move : graph.owners(item.type(), item.field().name())) {
            Route route = ways.get(move.from());
            if (route != null && !isLocal(move, item)) {
                (move.isDirect() ? direct : fed).add(new Option(-1, move, route));
            }
        }
        return direct.isEmpty() && !isLocal ? fed : direct;
    }

    private static boolean isLocal(Move move, Item item) {
        for (Option local : item.local()) {
            if (local.graph() == move.from().graphIndex()) {
                return true;
            }
        }
        return false;
    }
}
