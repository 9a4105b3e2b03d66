package io.asyncflow.gateway.cli.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a fetch is there.
 *
 * @param gives the fields that it is for, with their types
 * @param needs why those before it could not give them
 * @param feeds the fetches that wait for it
 */
record Reason(int id, String subgraph, List<String> gives, List<String> needs, List<Integer> feeds) {

    Reason {
        gives = List.copyOf(gives);
        needs = List.copyOf(needs);
        feeds = List.copyOf(feeds);
    }

    String text() {
        return id + " " + subgraph + " gives " + String.join(", ", gives)
                + (needs.isEmpty() ? "" : "; " + String.join("; ", needs))
                + (feeds.isEmpty()
                        ? ""
                        : "; " + feeds.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + (feeds.size() == 1 ? " waits for it" : " wait for it"));
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("fetch", id);
        json.put("gives", gives);
        json.put("because", needs);
        json.put("feeds", feeds);
        return json;
    }
}
