package io.asyncflow.user.password;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a password is among the first that somebody would try. */
enum Weakness {
    COMMON("is one of those that everybody tries first"),
    UNIFORM("repeats too few characters"),
    SEQUENCE("counts up or down"),
    KEYBOARD_WALK("follows the keys of the keyboard"),
    PERSONAL("must not contain your e-mail address or name");

    /** Shorter words are in every other one by chance. */
    private static final int SHORTEST_WORD = 4;

    private static final int FEWEST_CHARACTERS = 5;

    private final String message;

    Weakness(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    static Optional<Weakness> of(String password, List<String> known) {
        String text = password.toLowerCase(Locale.ROOT);
        if (CommonPasswords.contain(text)) {
            return Optional.of(COMMON);
        }
        if (text.codePoints().distinct().count() < FEWEST_CHARACTERS) {
            return Optional.of(UNIFORM);
        }
        if (isSequence(text)) {
            return Optional.of(SEQUENCE);
        }
        if (Keyboard.isWalk(text)) {
            return Optional.of(KEYBOARD_WALK);
        }
        return known.stream().anyMatch(word -> isIn(word, text)) ? Optional.of(PERSONAL) : Optional.empty();
    }

    private static boolean isSequence(String text) {
        int step = text.charAt(1) - text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    /** Of an e-mail address, what comes before the at sign; of a name, the whole and each word. */
    private static boolean isIn(String known, String text) {
        String lower = known.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        String whole = at < 0 ? lower : lower.substring(0, at);
        return isWordIn(whole, text) || List.of(whole.split("\\s+")).stream().anyMatch(word -> isWordIn(word, text));
    }

    private static boolean isWordIn(String word, String text) {
        boolean korean = word.codePoints().anyMatch(Character::isIdeographic)
                || word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
        return word.length() >= (korean ? SHORTEST_WORD - 1 : SHORTEST_WORD) && text.contains(word);
    }
}
