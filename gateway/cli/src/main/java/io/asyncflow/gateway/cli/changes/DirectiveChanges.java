package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.planner.api.Api;
import java.util.ArrayList;
import java.util.List;

/** What differs between the directives that operations may use. */
final class DirectiveChanges {

    private final List<Change> found = new ArrayList<>();

    private DirectiveChanges() {}

    static List<Change> between(Api before, Api after) {
        var changes = new DirectiveChanges();
        for (DirectiveDefinition was : before.directives().values()) {
            DirectiveDefinition is = after.directives().get(was.name());
            if (is == null) {
                changes.found.add(Change.breaking("DIRECTIVE_REMOVED", "@" + was.name(), "The directive is gone."));
            } else {
                changes.compare(was, is);
            }
        }
        for (String name : after.directives().keySet()) {
            if (!before.directives().containsKey(name)) {
                changes.found.add(Change.safe("DIRECTIVE_ADDED", "@" + name, "The directive is new."));
            }
        }
        return changes.found;
    }

    private void compare(DirectiveDefinition was, DirectiveDefinition is) {
        String path = "@" + was.name();
        if (was.repeatable() != is.repeatable()) {
            found.add(
                    was.repeatable()
                            ? Change.breaking(
                                    "DIRECTIVE_NOT_REPEATABLE", path, "It may stand only once in a place now.")
                            : Change.safe("DIRECTIVE_REPEATABLE", path, "It may stand several times in a place now."));
        }
        for (String location : was.locations()) {
            if (!is.locations().contains(location)) {
                found.add(Change.breaking(
                        "DIRECTIVE_LOCATION_REMOVED", path, "It may no longer stand on " + location + "."));
            }
        }
        for (String location : is.locations()) {
            if (!was.locations().contains(location)) {
                found.add(Change.safe("DIRECTIVE_LOCATION_ADDED", path, "It may stand on " + location + " too."));
            }
        }
        new InputChanges(found, "ARGUMENT", "argument")
                .compare(was.arguments(), is.arguments(), name -> path + "(" + name + ")");
    }
}
