package io.asyncflow.allinone.deploy;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The environment variables that a configuration file names: {@code ${NAME}} or {@code ${NAME:what stands in}}. */
final class Placeholders {

    private static final Pattern START = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:|})");

    private Placeholders() {}

    /** By name, what stands in for each when it is not set; that may be a placeholder again. */
    static Map<String, String> in(String text) {
        var found = new TreeMap<String, String>();
        var start = START.matcher(text);
        for (int from = 0; start.find(from); from = start.end()) {
            found.put(start.group(1), start.group(2).equals(":") ? upToItsEnd(text, start.end()) : "");
        }
        return found;
    }

    private static String upToItsEnd(String text, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            depth += switch (text.charAt(at)) {
                case '{' -> 1;
                case '}' -> -1;
                default -> 0;
            };
            at++;
        }
        return text.substring(from, at - 1);
    }
}
