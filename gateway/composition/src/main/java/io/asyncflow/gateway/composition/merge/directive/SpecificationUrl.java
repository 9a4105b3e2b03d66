package io.asyncflow.gateway.composition.merge.directive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a specification: what it is, and in which version. */
record SpecificationUrl(String identity, String name, int major, int minor) {

    private static final Pattern SHAPE =
            Pattern.compile("([a-z][a-z0-9+.-]*://[^?#]*?/([^/?#]+))/v(\\d{1,9})\\.(\\d{1,9})(?:[?#].*)?");

    static @Nullable SpecificationUrl parse(String url) {
        Matcher matcher = SHAPE.matcher(url);
        return matcher.matches()
                ? new SpecificationUrl(
                        matcher.group(1),
                        matcher.group(2),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)))
                : null;
    }

    String version() {
        return "v" + major + "." + minor;
    }

    /** Versions of one generation understand each other; before 1.0 every version is its own. */
    String generation() {
        return major > 0 ? "v" + major : version();
    }

    boolean sameVersion(SpecificationUrl other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public String toString() {
        return identity + "/" + version();
    }
}
