package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.language.Node;
import java.util.List;

/** Why a field set selects nothing that can be worked with. */
public final class FieldSetProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** What kind of problem it is. */
    public enum Kind {
        NOT_A_STRING,
        INVALID,
        ABSTRACT_TYPE
    }

    private final Kind kind;
    private final transient List<Node> nodes;

    public FieldSetProblem(Kind kind, String message, Node... nodes) {
        super(message);
        this.kind = kind;
        this.nodes = List.of(nodes);
    }

    public Kind kind() {
        return kind;
    }

    /** What in the schema the problem is about. */
    public List<Node> nodes() {
        return nodes;
    }
}
