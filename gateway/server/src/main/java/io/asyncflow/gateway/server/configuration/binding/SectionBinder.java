package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.planner.validation.Spelling;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Binds a map of known names to their record. */
final class SectionBinder {

    private final Problems problems;
    private final Names names;
    private final Binder binder;

    SectionBinder(Problems problems, Names names, Binder binder) {
        this.problems = problems;
        this.names = names;
        this.binder = binder;
    }

    @Nullable
    Record bind(Node node, Section section, @Nullable Record base, Place place) {
        Record defaults = base == null ? section.defaults() : base;
        // A name with nothing behind it, or with nothing but comments, is a section that changes nothing.
        Map<String, NodeTuple> given =
                Written.isNothing(node) ? Map.of() : names.of(node, place).orElse(null);
        if (given == null) {
            return null;
        }
        boolean misspelt = refuseUnknown(given, section, place);
        return bind(given, section, new Draft(section, defaults, node, place, problems, misspelt));
    }

    private @Nullable Record bind(Map<String, NodeTuple> given, Section section, Draft draft) {
        for (Setting setting : section.settings()) {
            NodeTuple entry = given.get(setting.name());
            if (setting.inline() && setting.shape() instanceof Section inner) {
                draft.inline(setting, bind(given, inner, draft.inside(setting, inner)));
            } else if (entry == null) {
                draft.absent(setting);
            } else {
                given(setting, entry.getValueNode(), draft);
            }
        }
        return draft.create();
    }

    private void given(Setting setting, Node node, Draft draft) {
        Place inside = draft.place().name(setting.name());
        if (!Written.isNothing(node)) {
            Object bound = binder.bind(node, setting.shape(), draft.base(setting), inside);
            draft.given(setting, node, bound);
        } else if (setting.nullable()) {
            draft.empty(setting);
        } else if (isCollection(setting.shape())) {
            draft.absent(setting);
        } else {
            problems.add(node, inside + " has no value; without the line it has its default");
            draft.given(setting, node, null);
        }
    }

    private static boolean isCollection(Shape shape) {
        return shape instanceof Section || shape instanceof Items || shape instanceof Entries;
    }

    /** Whether there was a name that is unknown. */
    private boolean refuseUnknown(Map<String, NodeTuple> given, Section section, Place place) {
        List<String> known = section.names();
        given.forEach((name, entry) -> {
            if (!known.contains(name)) {
                String near = Spelling.suggestion(name, known);
                String hint = near.isEmpty() ? " " + place + " has " + String.join(", ", known) : near;
                problems.add(entry.getKeyNode(), place.name(name) + " is unknown." + hint);
            }
        });
        return !known.containsAll(given.keySet());
    }
}
