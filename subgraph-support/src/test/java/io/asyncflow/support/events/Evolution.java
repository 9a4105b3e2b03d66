package io.asyncflow.support.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a new version of a schema breaks. Readers of the old one must be able to read what conforms to the new one, and
 * readers of the new one what is still under way. So optional fields may be added, and nothing else may change but
 * descriptions.
 */
final class Evolution {

    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment");

    private Evolution() {}

    static List<String> breaks(JsonNode published, JsonNode current) {
        var breaks = new ArrayList<String>();
        compare("", published, current, breaks);
        return breaks;
    }

    private static void compare(String at, JsonNode published, JsonNode current, List<String> breaks) {
        if (!published.isObject() || !current.isObject()) {
            if (!published.equals(current)) {
                breaks.add(at + " was " + published + " and is " + current);
            }
            return;
        }
        var keywords = new HashSet<String>(published.propertyNames());
        keywords.addAll(current.propertyNames());
        keywords.removeAll(WORDS);
        for (String keyword : keywords.stream().sorted().toList()) {
            String place = at + "/" + keyword;
            if (keyword.equals("properties")) {
                compareProperties(place, published.path(keyword), current.path(keyword), breaks);
            } else if (!published.has(keyword) || !current.has(keyword)) {
                breaks.add(place + (current.has(keyword) ? " is new" : " is gone"));
            } else {
                compare(place, published.get(keyword), current.get(keyword), breaks);
            }
        }
    }

    private static void compareProperties(String at, JsonNode published, JsonNode current, List<String> breaks) {
        for (String property : published.propertyNames()) {
            String place = at + "/" + property;
            if (current.has(property)) {
                compare(place, published.get(property), current.get(property), breaks);
            } else {
                breaks.add(place + " is gone");
            }
        }
    }
}
