package io.asyncflow.gateway.planner.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who wrote something unknown. */
public final class Spelling {

    /** Nobody takes one of two long names for the other, and comparing them takes long. */
    private static final int LONGEST = 40;

    private static final int MOST_COMPARED = 500;

    private Spelling() {}

    /** " Did you mean '...'?", or nothing where nothing is close. */
    public static String suggestion(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
    }

    private static Optional<String> nearest(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        int close = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= close)
                .limit(MOST_COMPARED)
                .filter(name -> distance(written, name) <= close)
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** How many letters have to be put in, taken out or exchanged. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(exchanged, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
