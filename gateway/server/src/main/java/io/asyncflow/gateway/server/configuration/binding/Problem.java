package io.asyncflow.gateway.server.configuration.binding;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** One thing that is wrong with a configuration; lines and columns count from 1. */
public record Problem(String file, int line, int column, String message) {

    static final Comparator<Problem> IN_ORDER =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    static Problem at(String file, Node node, String message) {
        return at(file, node.getStartMark().orElse(null), message);
    }

    static Problem at(String file, @Nullable Mark mark, String message) {
        return mark == null
                ? new Problem(file, 1, 1, message)
                : new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
