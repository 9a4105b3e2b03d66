package io.asyncflow.gateway.cli.words;

/** "1 error", "2 errors". */
public final class Counted {

    private Counted() {}

    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
