package io.asyncflow.gateway.server.subgraph.header;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What may stand in a header. Whoever could write line ends into one could write requests. */
final class HeaderText {

    private static final Pattern LIST = Pattern.compile(",");

    private HeaderText() {}

    /**
     * Whether a header may be passed on as it is.
     *
     * @param connection the client's header of that name, which lists what else is only for the gateway
     */
    static boolean mayPass(String name, String connection) {
        return isName(name) && !HeaderNames.isOfOneHop(name) && !lists(connection, name);
    }

    private static boolean lists(String connection, String name) {
        return !connection.isEmpty()
                && LIST.splitAsStream(connection).anyMatch(each -> each.strip().equalsIgnoreCase(name));
    }

    static String name(String setting, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!isName(lower)) {
            throw new IllegalArgumentException(setting + " is not the name of a header: " + name);
        }
        return lower;
    }

    static String sendable(String setting, String name) {
        String lower = name(setting, name);
        if (HeaderNames.isOfOneHop(lower)) {
            throw new IllegalArgumentException(setting + " is a header that the gateway writes itself: " + lower);
        }
        return lower;
    }

    static void checkValue(String setting, @Nullable String value) {
        if (value != null && !isValue(value)) {
            throw new IllegalArgumentException(setting + " has characters that cannot stand in a header");
        }
    }

    static void checkSelection(String rule, @Nullable String named, @Nullable String matching) {
        if ((named == null) == (matching == null)) {
            throw new IllegalArgumentException(rule + " has exactly one of named and matching");
        }
        if (matching != null) {
            pattern(matching);
        }
    }

    static Pattern pattern(@Nullable String matching) {
        try {
            return Pattern.compile(matching == null ? "" : matching, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("matching is no regular expression: " + e.getDescription(), e);
        }
    }

    static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "!#$%&'*+-.^_`|~".indexOf(c) >= 0)) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
