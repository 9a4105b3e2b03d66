package io.asyncflow.gateway.composition.merge;

import java.util.Collection;
import java.util.Locale;

/** Guesses what was meant by a misspelt name. */
final class Suggestion {

    private static final int LONGEST = 100;

    private Suggestion() {}

    /** {@code  (did you mean "products"?)}, or nothing where no name comes near. */
    static String of(String written, Collection<String> names) {
        String nearest = "";
        int least = written.length() / 2 + 1;
        for (String name : names) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                nearest = name;
                least = distance;
            }
        }
        return nearest.isEmpty() ? "" : " (did you mean \"" + nearest + "\"?)";
    }

    /** How many characters to add, drop or change to make the one of the other. */
    private static int distance(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
