package io.asyncflow.gateway.cli.words;

/** "1 error", "2 errors". */
public final class Counted {

    private Counted() {}

    public static String of(int count, String noun) {
        return of(count, noun, noun + "s");
    }

    public static String of(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
