package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.plan.Lookup.ContextValue;
import io.asyncflow.gateway.planner.plan.Lookup.Input;
import io.asyncflow.gateway.planner.plan.Lookup.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints which objects a lookup is for and what is sent for them. */
final class LookupText {

    private LookupText() {}

    /** The place with what is sent there; further representations and the contexts below it. */
    static List<String> lines(Lookup lookup, boolean batched) {
        List<String> lines = new ArrayList<>();
        String indent = "  ";
        String place = (batched ? lookup.key() + " " : "") + "at " + lookup.path();
        List<String> representations = lookup.representations().stream()
                .map(LookupText::representation)
                .toList();
        if (representations.size() == 1) {
            lines.add(place + ": " + representations.getFirst());
        } else {
            lines.add(place);
            representations.forEach(representation -> lines.add(indent + representation));
        }
        lookup.contexts().forEach(context -> lines.add(indent + context(lookup, context)));
        return lines;
    }

    /**
     * {@code Product { id }} for any object, {@code |Book { id }} for books alone, {@code |Book|Film as Media { id }}
     * where the type is called otherwise.
     */
    private static String representation(Representation representation) {
        List<String> types = representation.types();
        String inputs = inputs(representation.inputs(), types);
        if (types.isEmpty()) {
            return representation.typename() + inputs;
        }
        boolean same = types.equals(List.of(representation.typename()));
        return "|" + String.join("|", types) + (same ? "" : " as " + representation.typename()) + inputs;
    }

    private static String inputs(List<Input> inputs, List<String> of) {
        return inputs.isEmpty()
                ? ""
                : inputs.stream().map(input -> input(input, of)).collect(Collectors.joining(" ", " { ", " }"));
    }

    /** The types are told where not all those have it that the representation is for. */
    private static String input(Input input, List<String> of) {
        String renamed = input.name().equals(input.from()) ? "" : input.name() + ": ";
        boolean all = !of.isEmpty() && input.types().containsAll(of);
        return renamed + (all ? "" : Path.types(input.types())) + input.from() + inputs(input.inputs(), List.of());
    }

    /** As in {@code $currency from shop / |Shop.settings.currency}: the ancestor, then the way down. */
    private static String context(Lookup lookup, ContextValue context) {
        var ancestor = new Path(lookup.path().segments().subList(0, context.depth()));
        return "$" + context.variable() + " from " + (context.depth() == 0 ? "" : ancestor + " ") + "/ "
                + Path.types(context.types()) + String.join(".", context.value());
    }
}
