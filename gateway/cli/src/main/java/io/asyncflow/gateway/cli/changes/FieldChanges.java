package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.FieldDefinition;
import java.util.List;
import java.util.Map;

/** What differs between the fields of an object or interface type. */
final class FieldChanges {

    private final List<Change> found;
    private final Annotations annotations;

    FieldChanges(List<Change> found) {
        this.found = found;
        this.annotations = new Annotations(found);
    }

    void compare(String type, Map<String, FieldDefinition> before, Map<String, FieldDefinition> after) {
        for (FieldDefinition was : before.values()) {
            FieldDefinition is = after.get(was.name());
            String path = type + "." + was.name();
            if (is == null) {
                found.add(Change.breaking("FIELD_REMOVED", path, gone(was)));
            } else {
                compare(path, was, is);
            }
        }
        for (String name : after.keySet()) {
            if (!before.containsKey(name)) {
                found.add(Change.safe("FIELD_ADDED", type + "." + name, "The field is new."));
            }
        }
    }

    private static String gone(FieldDefinition field) {
        boolean deprecated = field.directives().stream()
                .anyMatch(directive -> directive.name().equals("deprecated"));
        return deprecated ? "The field, which was deprecated, is gone." : "The field is gone.";
    }

    private void compare(String path, FieldDefinition was, FieldDefinition is) {
        if (!was.type().equals(is.type())) {
            String message = "Its type is " + is.type() + ", no longer " + was.type() + ".";
            found.add(
                    TypeComparison.readable(was.type(), is.type())
                            ? Change.safe("FIELD_TYPE_CHANGED", path, message)
                            : Change.breaking("FIELD_TYPE_CHANGED", path, message));
        }
        annotations.description(path, was.description(), is.description());
        annotations.deprecation(path, was.directives(), is.directives());
        new InputChanges(found, "ARGUMENT", "argument")
                .compare(was.arguments(), is.arguments(), name -> path + "(" + name + ")");
    }
}
