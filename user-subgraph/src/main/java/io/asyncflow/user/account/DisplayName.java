package io.asyncflow.user.account;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.identity.UserId;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name that others see. */
public record DisplayName(String text) {

    private static final int LONGEST = 80;

    /** Control characters, line breaks, halves of characters, and marks that turn the text around it. */
    private static final Pattern MISCHIEF =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    /** What a client sent, tidied, or a {@link BadInput}. */
    public static DisplayName parse(String argument, String input) {
        String text = Normalizer.normalize(Texts.required(argument, input, LONGEST), Normalizer.Form.NFC);
        if (MISCHIEF.matcher(text).find()) {
            throw new BadInput(argument, "must not contain control characters");
        }
        if (!LETTER_OR_DIGIT.matcher(text).find()) {
            throw new BadInput(argument, "must contain a letter or a digit");
        }
        return new DisplayName(text);
    }

    /** A name that gives nothing away, for somebody who has told none. */
    static DisplayName neutral(UserId user) {
        String id = user.toString();
        return new DisplayName("Shopper " + id.substring(id.length() - 6));
    }

    @Override
    public String toString() {
        return text;
    }
}
