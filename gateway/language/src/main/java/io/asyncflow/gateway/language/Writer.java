package io.asyncflow.gateway.language;

import java.util.List;
import java.util.function.Consumer;

/** The text printed so far, and how far its lines are indented. */
final class Writer {

    private final StringBuilder text = new StringBuilder();
    private int indent;

    Writer add(String part) {
        text.append(part);
        return this;
    }

    /** Starts a line at the current indentation. */
    Writer line() {
        text.append('\n');
        text.repeat("  ", indent);
        return this;
    }

    /** Each item on an indented line of its own, between the two brackets. */
    <T> void block(String open, List<T> items, Consumer<T> print, String close) {
        add(open);
        indent++;
        for (T item : items) {
            line();
            print.accept(item);
        }
        indent--;
        line().add(close);
    }

    <T> void joined(List<T> items, String separator, Consumer<T> print) {
        String before = "";
        for (T item : items) {
            add(before);
            print.accept(item);
            before = separator;
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
