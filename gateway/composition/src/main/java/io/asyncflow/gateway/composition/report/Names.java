package io.asyncflow.gateway.composition.report;

import java.util.Collection;
import java.util.List;

/** How names read in messages. */
public final class Names {

    private static final int MOST_LISTED = 10;

    private Names() {}

    /** A directive's own name, {@code @} and all, whatever name the subgraph imports it under. */
    public static String shown(String directive) {
        return "@" + directive.substring(directive.indexOf(':') + 1);
    }

    /** {@code "a", "b" and "c"}, cut off where it would grow too long. */
    public static String list(Collection<String> names) {
        List<String> quoted = names.stream()
                .limit(MOST_LISTED)
                .map(name -> "\"" + name + "\"")
                .toList();
        int more = names.size() - quoted.size();
        if (more > 0) {
            return String.join(", ", quoted) + " and " + more + " more";
        }
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        int last = quoted.size() - 1;
        return String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }
}
