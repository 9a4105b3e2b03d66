package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.validation.MergedFields.Found;
import io.asyncflow.gateway.planner.validation.MergedFields.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that share a key can be merged.
 *
 * <p>The specification compares each two fields. But to agree is an equivalence, so that it is enough to compare each
 * field with the first of its group, and then what the whole group selects as one merged set; each such set once.
 */
final class Overlaps {

    /** Up to here comparing each two names is faster than a map. */
    private static final int FEW = 12;

    private final Api api;
    private final Map<String, FragmentDefinition> fragments;
    private final Agreement agreement;
    private final Meter meter;
    private final Set<SourceSet> seen = new HashSet<>();

    Overlaps(Api api, Map<String, FragmentDefinition> fragments, Problems problems, Meter meter) {
        this.api = api;
        this.fragments = fragments;
        this.agreement = new Agreement(api, problems);
        this.meter = meter;
    }

    void check(List<OperationDefinition> operations) {
        for (OperationDefinition operation : operations) {
            String root = api.roots().get(operation.type());
            if (root != null) {
                check(new Source(operation.selections(), root));
            }
        }
    }

    private void check(Source source) {
        if (isPlain(source.selections())) {
            meter.enter();
            for (Selection selection : source.selections()) {
                meter.visit();
                if (selection instanceof Selection.Field field) {
                    alone(new Found(field, source.type()));
                }
            }
            meter.leave();
        } else {
            check(List.of(source), false);
        }
    }

    private void alone(Found found) {
        if (!found.field().selections().isEmpty()) {
            check(below(found));
        }
    }

    /** A few fields with different keys, which cannot but merge. */
    private static boolean isPlain(List<Selection> selections) {
        if (selections.size() > FEW) {
            return false;
        }
        for (int i = 0; i < selections.size(); i++) {
            if (!(selections.get(i) instanceof Selection.Field field)) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                if (selections.get(j) instanceof Selection.Field other
                        && other.responseName().equals(field.responseName())) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * @param shapesOnly where the fields are of objects that are never the same, whose answers need but look alike
     */
    private void check(List<Source> sources, boolean shapesOnly) {
        if (sources.isEmpty() || !seen.add(SourceSet.of(sources, shapesOnly))) {
            return;
        }
        meter.enter();
        MergedFields fields = new MergedFields(fragments, meter);
        sources.forEach(fields::add);
        for (List<Found> group : fields.groups()) {
            if (group.size() > 1) {
                group(group, shapesOnly);
            } else if (!shapesOnly) {
                alone(group.getFirst());
            }
        }
        meter.leave();
    }

    private void group(List<Found> group, boolean shapesOnly) {
        if (!agreement.onShape(group)) {
            return;
        }
        if (shapesOnly) {
            check(belowAll(group), true);
            return;
        }
        Map<String, List<Found>> together = together(group);
        for (List<Found> each : together.values()) {
            if (agreement.onMeaning(each)) {
                check(belowAll(each), false);
            }
        }
        if (together.size() > 1) {
            check(belowAll(group), true);
        }
    }

    /** The fields that one object can have, for each object type that is named. */
    private Map<String, List<Found>> together(List<Found> group) {
        String first = group.getFirst().parent();
        if (group.stream().allMatch(found -> found.parent().equals(first))) {
            return Map.of(first, group);
        }
        Map<String, List<Found>> together = new LinkedHashMap<>();
        for (Found found : group) {
            if (!api.isAbstract(found.parent())) {
                together.putIfAbsent(found.parent(), new ArrayList<>(1));
            }
        }
        if (together.isEmpty()) {
            return Map.of(first, group);
        }
        group.forEach(found -> add(found, together));
        return together;
    }

    /** To its own object type, or to all that are named. */
    private void add(Found found, Map<String, List<Found>> into) {
        List<Found> own = into.get(found.parent());
        for (List<Found> each : own == null ? into.values() : List.of(own)) {
            meter.visit();
            each.add(found);
        }
    }

    private List<Source> belowAll(List<Found> group) {
        List<Source> sources = new ArrayList<>(group.size());
        for (Found found : group) {
            if (!found.field().selections().isEmpty()) {
                sources.add(below(found));
            }
        }
        return sources;
    }

    private Source below(Found found) {
        FieldDefinition definition =
                Fields.of(api, found.parent(), found.field().name());
        return new Source(
                found.field().selections(),
                definition == null ? "" : definition.type().name());
    }
}
