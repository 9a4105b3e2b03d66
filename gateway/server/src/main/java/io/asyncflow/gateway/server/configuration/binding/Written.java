package io.asyncflow.gateway.server.configuration.binding;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What somebody wrote, as an error quotes it. */
final class Written {

    private static final int LONG = 60;

    private Written() {}

    static String as(Node node) {
        return switch (node) {
            case ScalarNode scalar when isNothing(scalar) -> "nothing";
            case ScalarNode scalar -> quoted(scalar.getValue());
            case MappingNode _ -> "a map";
            default -> "a list";
        };
    }

    static String quoted(String text) {
        return "'" + (text.length() <= LONG ? text : text.substring(0, LONG) + "...") + "'";
    }

    /** Whether a name has no value behind it. */
    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
