package io.asyncflow.gateway.server.configuration.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a map of YAML by its names; a name that is there twice is refused, whatever the values. */
final class Names {

    private final Problems problems;

    Names(Problems problems) {
        this.problems = problems;
    }

    /** What stands under each name; empty where there is no map at all. */
    Optional<Map<String, NodeTuple>> of(Node node, Place place) {
        if (!(node instanceof MappingNode map)) {
            problems.add(node, place + " must be a map of names and values, not " + Written.as(node));
            return Optional.empty();
        }
        var names = new LinkedHashMap<String, NodeTuple>();
        for (NodeTuple entry : map.getValue()) {
            add(entry, names, place);
        }
        return Optional.of(names);
    }

    private void add(NodeTuple entry, Map<String, NodeTuple> names, Place place) {
        if (!(entry.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.NULL)) {
            problems.add(
                    entry.getKeyNode(),
                    "the names in " + place + " must be text, not " + Written.as(entry.getKeyNode()));
            return;
        }
        NodeTuple before = names.putIfAbsent(key.getValue(), entry);
        if (before != null) {
            problems.add(key, place.name(key.getValue()) + " stands here twice; the first is on line " + line(before));
        }
    }

    private static int line(NodeTuple entry) {
        return entry.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
