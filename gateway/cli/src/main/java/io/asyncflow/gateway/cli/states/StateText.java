package io.asyncflow.gateway.cli.states;

import io.asyncflow.gateway.planner.graph.Entrance;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the states of types: what each subgraph knows of a type, and how it is entered. */
public final class StateText {

    private static final int WIDTH = 100;

    private final StateGraph graph;
    private final List<String> lines = new ArrayList<>();

    private StateText(StateGraph graph) {
        this.graph = graph;
    }

    /** A block for each type. */
    public static String print(StateGraph graph, List<String> types) {
        return types.stream().map(type -> new StateText(graph).type(type)).collect(Collectors.joining("\n"));
    }

    private String type(String type) {
        lines.add(type);
        List<Entrance> entrances = graph.entrances(type);
        for (State state : graph.states(type)) {
            lines.add("  in " + state.graph().name() + kind(state) + entered(state, entrances));
            fields(state);
        }
        for (State other : strangers(type, entrances)) {
            lines.add("  in " + other.graph().name() + ", as " + other.type() + entered(other, entrances));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String kind(State state) {
        return switch (state.kind()) {
            case OBJECT -> "";
            case INTERFACE -> ", interface" + members(state);
            case UNION -> ", union" + members(state);
            case INTERFACE_OBJECT -> ", interface object";
        };
    }

    private static String members(State state) {
        return state.runtimeTypes().isEmpty() ? " of no type" : " of " + String.join(", ", state.runtimeTypes());
    }

    private static String entered(State state, List<Entrance> entrances) {
        String keys = entrances.stream()
                .filter(entrance -> entrance.target() == state)
                .map(entrance -> entrance.key() == null ? "asking" : "{ " + entrance.key() + " }")
                .collect(Collectors.joining(" or "));
        return keys.isEmpty() ? "" : ", entered by " + keys;
    }

    /** Interface objects that stand for the type. */
    private static List<State> strangers(String type, List<Entrance> entrances) {
        return entrances.stream()
                .map(Entrance::target)
                .filter(target -> !target.type().equals(type))
                .distinct()
                .toList();
    }

    /** Plain ones share lines; each of the others tells what is special. */
    private void fields(State state) {
        List<String> plain = new ArrayList<>();
        List<String> special = new ArrayList<>();
        for (Move move : state.moves()) {
            if (move.target() == null && MoveText.conditions(move).isEmpty()) {
                plain.add(move.field());
            } else {
                special.add(move.field() + ": " + move.type() + MoveText.conditions(move));
            }
        }
        wrap(plain);
        special.forEach(line -> lines.add("    " + line));
    }

    private void wrap(List<String> words) {
        var line = new StringBuilder("   ");
        for (String word : words) {
            if (line.length() + 1 + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        if (!words.isEmpty()) {
            lines.add(line.toString());
        }
    }
}
