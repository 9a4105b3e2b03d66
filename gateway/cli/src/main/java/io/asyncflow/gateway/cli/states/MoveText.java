package io.asyncflow.gateway.cli.states;

import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a field asks for and what it gives besides its value. */
final class MoveText {

    private MoveText() {}

    /** With a blank before it; nothing where the field can simply be asked for. */
    static String conditions(Move move) {
        return (move.external() ? " external" : "")
                + (move.requires() == null ? "" : " requires { " + move.requires() + " }")
                + (move.label() == null ? "" : " label \"" + move.label() + "\"")
                + move.contextArguments().stream().map(MoveText::context).collect(Collectors.joining())
                + provided(move);
    }

    private static String context(ContextArgument argument) {
        return " " + argument.name() + " from context " + argument.context() + " "
                + argument.selection().strip();
    }

    private static String provided(Move move) {
        String fields = provided(move.target());
        return fields.isEmpty() ? "" : " provides " + fields;
    }

    /** The external fields that can be had in the state after all. */
    static String provided(@Nullable State state) {
        return state == null || state.provided().sets().isEmpty()
                ? ""
                : state.provided().sets().stream().map(String::valueOf).collect(Collectors.joining(" ", "{ ", " }"));
    }
}
