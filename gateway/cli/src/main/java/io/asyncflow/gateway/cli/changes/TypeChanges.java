package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.planner.api.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs between a type and the type of the same name and kind. */
final class TypeChanges {

    private final Api before;
    private final Api after;
    private final List<Change> found;
    private final Annotations annotations;

    TypeChanges(Api before, Api after, List<Change> found) {
        this.before = before;
        this.after = after;
        this.found = found;
        this.annotations = new Annotations(found);
    }

    void compare(TypeDefinition was, TypeDefinition is) {
        annotations.description(was.name(), was.description(), is.description());
        switch (was) {
            case FieldsDefinition fields -> fields(fields, (FieldsDefinition) is);
            case UnionDefinition union -> members(union, (UnionDefinition) is);
            case EnumDefinition values -> values(values, (EnumDefinition) is);
            case InputDefinition input -> input(input, (InputDefinition) is);
            case ScalarDefinition _ -> specifiedBy(was, is);
        }
    }

    private void fields(FieldsDefinition was, FieldsDefinition is) {
        for (String name : was.interfaces()) {
            if (!is.interfaces().contains(name)) {
                found.add(Change.breaking("INTERFACE_REMOVED", was.name(), "It no longer implements " + name + "."));
            }
        }
        for (String name : is.interfaces()) {
            if (!was.interfaces().contains(name)) {
                found.add(Change.dangerous(
                        "INTERFACE_ADDED",
                        was.name(),
                        "It implements " + name + ": selections of " + name + " meet it now."));
            }
        }
        new FieldChanges(found).compare(was.name(), before.fields(was.name()), after.fields(is.name()));
    }

    private void members(UnionDefinition was, UnionDefinition is) {
        for (String member : was.members()) {
            if (!is.members().contains(member)) {
                found.add(Change.breaking("UNION_MEMBER_REMOVED", was.name(), member + " is no longer in the union."));
            }
        }
        for (String member : is.members()) {
            if (!was.members().contains(member)) {
                found.add(Change.dangerous(
                        "UNION_MEMBER_ADDED",
                        was.name(),
                        member + " is in the union: clients may meet a type they do not handle."));
            }
        }
    }

    private void values(EnumDefinition was, EnumDefinition is) {
        Map<String, EnumValueDefinition> now = new LinkedHashMap<>();
        is.values().forEach(value -> now.put(value.name(), value));
        for (EnumValueDefinition value : was.values()) {
            String path = was.name() + "." + value.name();
            EnumValueDefinition same = now.remove(value.name());
            if (same == null) {
                found.add(Change.breaking("ENUM_VALUE_REMOVED", path, "The value is gone."));
            } else {
                annotations.description(path, value.description(), same.description());
                annotations.deprecation(path, value.directives(), same.directives());
            }
        }
        boolean given = OutputTypes.of(after).contains(was.name());
        for (String added : now.keySet()) {
            String path = was.name() + "." + added;
            found.add(
                    given
                            ? Change.dangerous(
                                    "ENUM_VALUE_ADDED",
                                    path,
                                    "The value is new: clients may get one they do not handle.")
                            : Change.safe(
                                    "ENUM_VALUE_ADDED", path, "The value is new, in an enum that clients only send."));
        }
    }

    private void input(InputDefinition was, InputDefinition is) {
        boolean oneOf = has(was.directives(), "oneOf");
        if (oneOf != has(is.directives(), "oneOf")) {
            found.add(
                    oneOf
                            ? Change.safe("ONE_OF_REMOVED", was.name(), "It takes more than one field at once now.")
                            : Change.breaking("ONE_OF_ADDED", was.name(), "It takes exactly one field now."));
        }
        new InputChanges(found, "INPUT_FIELD", "field")
                .compare(was.fields(), is.fields(), name -> was.name() + "." + name);
    }

    private void specifiedBy(TypeDefinition was, TypeDefinition is) {
        if (!Objects.equals(url(was), url(is))) {
            found.add(Change.dangerous(
                    "SPECIFIED_BY_CHANGED",
                    was.name(),
                    "Its @specifiedBy says something else: its values may look different."));
        }
    }

    private static boolean has(List<Directive> directives, String name) {
        return directives.stream().anyMatch(directive -> directive.name().equals(name));
    }

    private static List<?> url(TypeDefinition type) {
        return type.directives().stream()
                .filter(directive -> directive.name().equals("specifiedBy"))
                .map(directive -> directive.argument("url"))
                .toList();
    }
}
