package io.asyncflow.user.password;

import io.asyncflow.support.errors.BadInput;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What only its owner knows. Never printed: its text leaves this package as a hash only. */
public final class Password {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    /** Nobody can type them, and half a character would be hashed as a question mark. */
    private static final Pattern UNTYPEABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /** A password for an account, or a {@link BadInput}. */
    public static Password chosen(String argument, String text) {
        return chosen(argument, text, List.of());
    }

    /** A password for the account of somebody of whom others know these things, or a {@link BadInput}. */
    public static Password chosen(String argument, String text, List<String> known) {
        Password password = given(argument, text);
        if (characters(text) < SHORTEST) {
            throw new BadInput(argument, "must have at least " + SHORTEST + " characters");
        }
        Weakness.of(password.text, known).ifPresent(weakness -> {
            throw new BadInput(argument, weakness.message());
        });
        return password;
    }

    /** What somebody says their password is, or a {@link BadInput} if it cannot be anybody's. */
    public static Password given(String argument, String text) {
        if (text.isBlank()) {
            throw new BadInput(argument, "must not be blank");
        }
        if (characters(text) > LONGEST) {
            throw new BadInput(argument, "must not be longer than " + LONGEST + " characters");
        }
        if (UNTYPEABLE.matcher(text).find()) {
            throw new BadInput(argument, "must not contain control characters");
        }
        // The same Korean syllable is typed as one character on one system and as three on another.
        return new Password(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    String text() {
        return text;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "***";
    }
}
