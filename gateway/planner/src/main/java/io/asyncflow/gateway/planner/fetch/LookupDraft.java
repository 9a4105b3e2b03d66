package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One {@code _entities} field while it is put together. */
final class LookupDraft {

    private final Place place;
    private final SelectionDraft selections = new SelectionDraft();
    private final Map<String, RepresentationDraft> representations = new LinkedHashMap<>();
    private final List<ContextDraft> contexts = new ArrayList<>();

    LookupDraft(Place place) {
        this.place = place;
    }

    /** What is sent for objects of one type. */
    record RepresentationDraft(String typename, List<InputDraft> inputs) {}

    /** A value of the tree that is sent along. */
    record InputDraft(Slot slot, List<InputDraft> inputs) {

        /** Whether both take a name's value from the same field. */
        boolean agreesWith(InputDraft other) {
            if (!slot.name().equals(other.slot.name())) {
                return true;
            }
            return slot.arguments().equals(other.slot.arguments())
                    && inputs.stream().allMatch(each -> other.inputs.stream().allMatch(each::agreesWith));
        }
    }

    /**
     * An argument that is filled from an ancestor.
     *
     * @param values the way down to the value, by the ancestor's object type
     */
    record ContextDraft(String variable, ContextArgument argument, Place ancestor, Map<String, List<Slot>> values) {}

    Place place() {
        return place;
    }

    SelectionDraft selections() {
        return selections;
    }

    /** By the object type that each is for. */
    Map<String, RepresentationDraft> representations() {
        return representations;
    }

    List<ContextDraft> contexts() {
        return contexts;
    }

    /** Takes over what another asks of the same objects, if the same is sent for them; tells whether it did. */
    boolean merge(LookupDraft other) {
        boolean isAlike = place == other.place
                && (!asInterface() && !other.asInterface()
                        || representations.keySet().equals(other.representations.keySet()))
                && other.representations.entrySet().stream().allMatch(each -> agrees(each.getKey(), each.getValue()));
        if (isAlike) {
            other.representations.forEach((type, representation) -> {
                represent(type, representation.typename());
                add(type, representation.inputs());
            });
            selections.merge(other.selections);
        }
        return isAlike;
    }

    /** Whether objects go under the name of an interface, so that what is asked of one is asked of all. */
    private boolean asInterface() {
        return representations.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals(each.getValue().typename()));
    }

    private boolean agrees(String type, RepresentationDraft other) {
        RepresentationDraft known = representations.get(type);
        return known == null || known.typename().equals(other.typename()) && agrees(type, other.inputs());
    }

    void represent(String type, String typename) {
        representations.computeIfAbsent(type, _ -> new RepresentationDraft(typename, new ArrayList<>()));
    }

    boolean agrees(String type, List<InputDraft> inputs) {
        RepresentationDraft known = representations.get(type);
        return known == null
                || inputs.stream().allMatch(input -> known.inputs().stream().allMatch(input::agreesWith));
    }

    void add(String type, List<InputDraft> inputs) {
        RepresentationDraft known = representations.get(type);
        if (known != null) {
            inputs.forEach(input -> merge(input, known.inputs()));
        }
    }

    private static void merge(InputDraft input, List<InputDraft> into) {
        for (InputDraft known : into) {
            if (known.slot() == input.slot()) {
                input.inputs().forEach(each -> merge(each, known.inputs()));
                return;
            }
        }
        into.add(new InputDraft(input.slot(), new ArrayList<>(input.inputs())));
    }
}
