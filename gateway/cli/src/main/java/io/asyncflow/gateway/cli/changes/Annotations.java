package io.asyncflow.gateway.cli.changes;

import io.asyncflow.gateway.language.Directive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of what a schema says to its readers: descriptions and deprecations. */
final class Annotations {

    private final List<Change> found;

    Annotations(List<Change> found) {
        this.found = found;
    }

    void description(String path, @Nullable String was, @Nullable String is) {
        if (!Objects.equals(was, is)) {
            found.add(Change.safe("DESCRIPTION_CHANGED", path, "Its description differs."));
        }
    }

    void deprecation(String path, List<Directive> before, List<Directive> after) {
        Optional<Directive> was = deprecated(before);
        Optional<Directive> is = deprecated(after);
        if (was.isEmpty() && is.isPresent()) {
            found.add(Change.safe("DEPRECATION_ADDED", path, "It is deprecated: clients should leave it."));
        } else if (was.isPresent() && is.isEmpty()) {
            found.add(Change.safe("DEPRECATION_REMOVED", path, "It is no longer deprecated."));
        } else if (!was.map(Directive::arguments).equals(is.map(Directive::arguments))) {
            found.add(Change.safe("DEPRECATION_REASON_CHANGED", path, "The reason for its deprecation differs."));
        }
    }

    private static Optional<Directive> deprecated(List<Directive> directives) {
        return directives.stream()
                .filter(directive -> directive.name().equals("deprecated"))
                .findFirst();
    }
}
