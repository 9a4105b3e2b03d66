package io.asyncflow.user.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The passwords that most people choose, and therefore everybody tries; {@code common-passwords.txt}. */
final class CommonPasswords {

    private static final Set<String> WORDS = read();
    private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private CommonPasswords() {}

    /** Whether a text in lower case is one of them, as it is or with figures and signs around or for letters. */
    static boolean contain(String text) {
        String plain = DECORATION.matcher(text).replaceAll("");
        return WORDS.contains(text)
                || WORDS.contains(plain)
                || WORDS.contains(spelled(text))
                || WORDS.contains(spelled(plain))
                || isTwice(plain);
    }

    private static boolean isTwice(String text) {
        String half = text.substring(0, text.length() / 2);
        return !half.isEmpty() && text.equals(half + half) && WORDS.contains(half);
    }

    private static String spelled(String text) {
        String letters = text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's');
        return DECORATION.matcher(letters).replaceAll("");
    }

    private static Set<String> read() {
        var stream = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
