package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What differs between the arguments of a field or directive, or the fields of an input type. */
final class InputChanges {

    private final List<Change> found;
    private final String code;
    private final String noun;
    private final Annotations annotations;

    /**
     * @param code what the codes start with
     * @param noun what it is called in sentences
     */
    InputChanges(List<Change> found, String code, String noun) {
        this.found = found;
        this.code = code;
        this.noun = noun;
        this.annotations = new Annotations(found);
    }

    void compare(List<InputValueDefinition> before, List<InputValueDefinition> after, UnaryOperator<String> path) {
        Map<String, InputValueDefinition> now = new LinkedHashMap<>();
        after.forEach(input -> now.put(input.name(), input));
        for (InputValueDefinition was : before) {
            InputValueDefinition is = now.remove(was.name());
            if (is == null) {
                found.add(Change.breaking(code + "_REMOVED", path.apply(was.name()), "The " + noun + " is gone."));
            } else {
                compare(path.apply(was.name()), was, is);
            }
        }
        now.values().forEach(added -> added(path.apply(added.name()), added));
    }

    private void added(String path, InputValueDefinition added) {
        boolean required = added.type().isNonNull() && added.defaultValue() == null;
        found.add(
                required
                        ? Change.breaking(
                                "REQUIRED_" + code + "_ADDED", path, "The " + noun + " is new, and it must be given.")
                        : Change.dangerous(
                                "OPTIONAL_" + code + "_ADDED",
                                path,
                                "The " + noun + " is new: what leaving it out means may differ."));
    }

    private void compare(String path, InputValueDefinition was, InputValueDefinition is) {
        if (!was.type().equals(is.type())) {
            String message = "Its type is " + is.type() + ", no longer " + was.type() + ".";
            found.add(
                    TypeComparison.sendable(was.type(), is.type())
                            ? Change.safe(code + "_TYPE_CHANGED", path, message)
                            : Change.breaking(code + "_TYPE_CHANGED", path, message));
        }
        if (!Objects.equals(was.defaultValue(), is.defaultValue())) {
            defaultChanged(path, was, is);
        }
        annotations.description(path, was.description(), is.description());
        annotations.deprecation(path, was.directives(), is.directives());
    }

    private void defaultChanged(String path, InputValueDefinition was, InputValueDefinition is) {
        boolean mustBeGiven = is.type().isNonNull() && is.defaultValue() == null;
        String message =
                "Its default is " + print(is.defaultValue()) + ", no longer " + print(was.defaultValue()) + ".";
        if (mustBeGiven && was.defaultValue() != null) {
            found.add(Change.breaking(code + "_DEFAULT_REMOVED", path, message + " It must be given now."));
        } else {
            found.add(Change.dangerous(code + "_DEFAULT_CHANGED", path, message));
        }
    }

    private static String print(@Nullable Value value) {
        return value == null ? "none" : Printer.print(value);
    }
}
