package io.asyncflow.gateway.planner.graph;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A composite type as one subgraph has it, with the external fields that the way to it provides. There is one of each,
 * so identity is equality.
 */
public final class State {

    /** What the type is in the subgraph. */
    public enum Kind {
        OBJECT,
        INTERFACE,
        UNION,
        INTERFACE_OBJECT
    }

    private static final TypeRef TYPENAME = new TypeRef.NonNullType(TypeRef.named("String"));

    private final Graph graph;
    private final int graphIndex;
    private final String type;
    private final Kind kind;
    private final Provided provided;
    private final Move typename;
    private final List<String> runtimeTypes = new ArrayList<>();
    private final Map<String, Move> moves = new LinkedHashMap<>();
    private final Map<String, State> narrowed = new HashMap<>();
    private final Map<String, Move> uniform = new HashMap<>();

    State(Graph graph, int graphIndex, String type, Kind kind, Provided provided) {
        this.graph = graph;
        this.graphIndex = graphIndex;
        this.type = type;
        this.kind = kind;
        this.provided = provided;
        this.typename = new Move(this, "__typename", TYPENAME, null, false, null, null, List.of());
    }

    void add(Move move) {
        moves.put(move.field(), move);
    }

    void addNarrowed(State state) {
        runtimeTypes.add(state.type);
        narrowed.put(state.type, state);
    }

    /** Once all states have their moves. */
    void findUniformMoves() {
        for (Move move : moves.values()) {
            if (move.isDirect() && runtimeTypes.stream().allMatch(each -> canTake(each, move.field()))) {
                uniform.put(move.field(), move);
            }
        }
    }

    private boolean canTake(String objectType, String field) {
        State state = narrowed.get(objectType);
        Move move = state == null ? null : state.move(field);
        return move != null && move.isDirect();
    }

    public Graph graph() {
        return graph;
    }

    /** The place of its subgraph among all. */
    public int graphIndex() {
        return graphIndex;
    }

    public String type() {
        return type;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isAbstract() {
        return kind == Kind.INTERFACE || kind == Kind.UNION;
    }

    /** The external fields that can be had here after all. */
    public Provided provided() {
        return provided;
    }

    /** The object types that a value can have here: itself, those of an abstract type, none known of an interface object. */
    public List<String> runtimeTypes() {
        return runtimeTypes;
    }

    /** All fields that the subgraph has here, also those it cannot be asked for. */
    public Iterable<Move> moves() {
        return moves.values();
    }

    public @Nullable Move move(String field) {
        return moves.get(field);
    }

    /** The field as it can be asked for here whatever the value's object type is, or null. */
    public @Nullable Move uniformMove(String field) {
        return isAbstract() ? uniform.get(field) : moves.get(field);
    }

    /** The field {@code __typename}, which every subgraph has of every type. */
    public Move typename() {
        return typename;
    }

    /** The same value known to be of the object type, or null where the subgraph has none such here. */
    public @Nullable State narrowed(String objectType) {
        return kind == Kind.INTERFACE_OBJECT ? this : narrowed.get(objectType);
    }

    @Override
    public String toString() {
        return type + " in " + graph.name();
    }
}
