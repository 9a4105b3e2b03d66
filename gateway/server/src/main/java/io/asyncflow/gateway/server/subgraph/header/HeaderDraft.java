package io.asyncflow.gateway.server.subgraph.header;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Headers while rules are being applied: a name, its value, the next name, ... */
final class HeaderDraft {

    private final ArrayList<String> namesAndValues = new ArrayList<>(16);

    /** What stood under the name is replaced. */
    void put(String name, List<String> values) {
        remove(name::equals);
        for (int i = 0; i < values.size(); i++) {
            if (HeaderText.isValue(values.get(i))) {
                add(name, values.get(i));
            }
        }
    }

    void add(String name, String value) {
        namesAndValues.add(name);
        namesAndValues.add(value);
    }

    void remove(Predicate<String> names) {
        for (int i = namesAndValues.size() - 2; i >= 0; i -= 2) {
            if (names.test(namesAndValues.get(i))) {
                namesAndValues.subList(i, i + 2).clear();
            }
        }
    }

    int size() {
        return namesAndValues.size() / 2;
    }

    SentHeaders sent() {
        return new SentHeaders(namesAndValues);
    }
}
