package io.asyncflow.support.errors;

/** Limits on the text that clients send. */
public final class Texts {

    private Texts() {}

    /** The text, stripped, or a {@link BadInput} when nothing is left or too much is there. */
    public static String required(String argument, String text, int maximumLength) {
        String stripped = optional(argument, text, maximumLength);
        if (stripped.isEmpty()) {
            throw new BadInput(argument, "must not be blank");
        }
        return stripped;
    }

    /** The text, stripped, or a {@link BadInput} when it is too long. */
    public static String optional(String argument, String text, int maximumLength) {
        if (text.length() > maximumLength) {
            throw new BadInput(argument, "must not be longer than " + maximumLength + " characters");
        }
        // PostgreSQL cannot store the character 0.
        if (text.indexOf('\0') >= 0) {
            throw new BadInput(argument, "must not contain the character U+0000");
        }
        return text.strip();
    }
}
