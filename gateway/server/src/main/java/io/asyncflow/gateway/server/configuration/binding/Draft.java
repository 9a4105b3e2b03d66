package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** A record in the making: its components so far, and where each was written. */
final class Draft {

    private final Section section;
    private final @Nullable Record defaults;
    private final Node node;
    private final Place place;
    private final Problems problems;
    private final boolean misspelt;
    private final @Nullable Object[] values;
    private final Map<Setting, Node> written = new HashMap<>();
    private final Set<Setting> wrong = new HashSet<>();

    /** @param misspelt whether something was written under a name that is unknown, and so is missing */
    Draft(Section section, @Nullable Record defaults, Node node, Place place, Problems problems, boolean misspelt) {
        this.section = section;
        this.defaults = defaults;
        this.node = node;
        this.place = place;
        this.problems = problems;
        this.misspelt = misspelt;
        this.values = new Object[section.settings().size()];
    }

    /** What holds where the setting is not given. */
    @Nullable
    Object base(Setting setting) {
        if (defaults != null) {
            return setting.valueIn(defaults);
        }
        return switch (setting.shape()) {
            case Items _ -> List.of();
            case Entries _ -> Map.of();
            case Section inner when !setting.nullable() -> inner.defaults();
            default -> null;
        };
    }

    Place place() {
        return place;
    }

    /** A draft of a record whose settings stand among these. */
    Draft inside(Setting setting, Section inner) {
        Record base = (Record) base(setting);
        return new Draft(inner, base == null ? inner.defaults() : base, node, place, problems, misspelt);
    }

    void inline(Setting setting, @Nullable Record bound) {
        given(setting, node, bound);
    }

    void given(Setting setting, Node value, @Nullable Object bound) {
        written.put(setting, value);
        if (bound == null) {
            standIn(setting);
        } else {
            set(setting, bound);
        }
    }

    void empty(Setting setting) {
        set(setting, null);
    }

    void absent(Setting setting) {
        Object base = base(setting);
        set(setting, base);
        if (base == null && !setting.nullable()) {
            problems.add(node, place.name(setting.name()) + " is missing");
            wrong.add(setting);
        }
    }

    /** The record, or null where that cannot be: then there is a problem more. */
    @Nullable
    Record create() {
        while (isComplete()) {
            try {
                return Reflection.create(section.type(), values);
            } catch (IllegalArgumentException e) {
                Setting blamed = Complaint.about(e, section);
                if (isAftermath(blamed)) {
                    return null;
                }
                report(e, blamed);
                if (blamed == null || !written.containsKey(blamed)) {
                    return null;
                }
                // With the default in its place the record may say what else is wrong.
                standIn(blamed);
            }
        }
        return null;
    }

    /** Whether the complaint can be about nothing but what has been reported already. */
    private boolean isAftermath(@Nullable Setting blamed) {
        boolean reported = misspelt || !wrong.isEmpty();
        return reported && (blamed == null || wrong.contains(blamed) || !written.containsKey(blamed));
    }

    private void standIn(Setting setting) {
        wrong.add(setting);
        set(setting, base(setting));
    }

    private void report(IllegalArgumentException refused, @Nullable Setting blamed) {
        Node at = blamed == null ? node : written.getOrDefault(blamed, node);
        problems.add(at, Complaint.text(refused, section, blamed, place));
    }

    private boolean isComplete() {
        return section.settings().stream().allMatch(setting -> setting.nullable() || values[index(setting)] != null);
    }

    private void set(Setting setting, @Nullable Object value) {
        values[index(setting)] = value;
    }

    private int index(Setting setting) {
        return section.settings().indexOf(setting);
    }
}
