package io.asyncflow.gateway.server.subgraph.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers a subgraph is sent beside those of the message itself.
 *
 * @param namesAndValues a name in lower case, its value, the next name, ...
 */
public record SentHeaders(List<String> namesAndValues) {

    public static final SentHeaders NONE = new SentHeaders(List.of());

    public SentHeaders {
        namesAndValues = List.copyOf(namesAndValues);
    }

    public int size() {
        return namesAndValues.size() / 2;
    }

    public String name(int index) {
        return namesAndValues.get(2 * index);
    }

    public String value(int index) {
        return namesAndValues.get(2 * index + 1);
    }

    /** Name by name. */
    public Map<String, List<String>> toMap() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            map.computeIfAbsent(name(i), _ -> new ArrayList<>()).add(value(i));
        }
        return map;
    }

    /** These, with others in place of those of the same name. */
    public SentHeaders with(Map<String, String> others) {
        if (others.isEmpty()) {
            return this;
        }
        var draft = new HeaderDraft();
        for (int i = 0; i < size(); i++) {
            draft.add(name(i), value(i));
        }
        others.forEach((name, value) -> draft.put(name, List.of(value)));
        return draft.sent();
    }

    /** Those that may change the answer: two requests with the same ones are the same. */
    public SentHeaders telling() {
        var draft = new HeaderDraft();
        for (int i = 0; i < size(); i++) {
            if (!HeaderNames.isOfOneRequest(name(i))) {
                draft.add(name(i), value(i));
            }
        }
        return draft.size() == size() ? this : draft.sent();
    }
}
