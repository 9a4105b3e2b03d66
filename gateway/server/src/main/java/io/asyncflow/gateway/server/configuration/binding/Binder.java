package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Choice;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Binds what was written to the shape that a setting has. What is wrong is collected, and binding goes on without it. */
final class Binder {

    private final Problems problems;
    private final Names names;
    private final ScalarBinder scalars;
    private final SectionBinder sections;

    Binder(Problems problems, Expansion expansion) {
        this.problems = problems;
        this.names = new Names(problems);
        this.scalars = new ScalarBinder(problems, expansion);
        this.sections = new SectionBinder(problems, names, this);
    }

    /**
     * Binds one value.
     *
     * @param base what holds for the names of a section that are not given
     * @return null where it is wrong and has been reported
     */
    @Nullable
    Object bind(Node node, Shape shape, @Nullable Object base, Place place) {
        return switch (shape) {
            case Scalar scalar -> scalars.bind(node, scalar, place);
            case Choice choice -> scalars.bind(node, choice, place);
            case Items items -> items(node, items.item(), place);
            case Entries entries -> entries(node, entries.value(), place);
            case Section section -> sections.bind(node, section, (Record) base, place);
        };
    }

    private @Nullable List<Object> items(Node node, Shape shape, Place place) {
        if (!(node instanceof SequenceNode list)) {
            problems.add(node, place + " must be a list, not " + Written.as(node));
            return null;
        }
        var items = new ArrayList<>();
        for (int i = 0; i < list.getValue().size(); i++) {
            Object item = bind(list.getValue().get(i), shape, null, place.item(i));
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Map<String, Object> entries(Node node, Shape shape, Place place) {
        Map<String, NodeTuple> given = names.of(node, place).orElse(null);
        if (given == null) {
            return null;
        }
        var entries = new LinkedHashMap<String, Object>();
        given.forEach((name, entry) -> {
            Object value = bind(entry.getValueNode(), shape, null, place.name(name));
            if (value != null) {
                entries.put(name, value);
            }
        });
        return Collections.unmodifiableMap(entries);
    }
}
