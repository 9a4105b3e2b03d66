package io.asyncflow.ai.similarity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts text into the terms by which it is compared. Western words lose their plural. Korean glues particles to its words
 * and writes compounds as one, so each run of syllables also gives its pairs: 쿠션커버를 shares 쿠션 with 쿠션.
 */
final class Words {

    private static final Set<String> STOP_WORDS = Set.of(
            "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "has", "have", "in", "into", "is",
            "it", "its", "not", "of", "on", "or", "our", "so", "that", "the", "their", "this", "to", "when", "with",
            "you", "your");

    private enum Script {
        HANGUL,
        OTHER,
        NONE
    }

    private Words() {}

    static void cut(String text, Consumer<String> terms) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < normal.length()) {
            Script script = script(normal.charAt(start));
            int end = endOfRun(normal, start, script);
            switch (script) {
                case HANGUL -> korean(normal.substring(start, end), terms);
                case OTHER -> western(normal.substring(start, end), terms);
                case NONE -> {}
            }
            start = end;
        }
    }

    private static int endOfRun(String text, int start, Script script) {
        int end = start + 1;
        while (end < text.length() && script(text.charAt(end)) == script) {
            end++;
        }
        return end;
    }

    private static Script script(char c) {
        if (c >= '가' && c <= '힣') {
            return Script.HANGUL;
        }
        return Character.isLetterOrDigit(c) ? Script.OTHER : Script.NONE;
    }

    private static void korean(String run, Consumer<String> terms) {
        if (run.length() != 2) {
            terms.accept(run);
        }
        for (int i = 0; i + 2 <= run.length(); i++) {
            terms.accept(run.substring(i, i + 2));
        }
    }

    private static void western(String word, Consumer<String> terms) {
        if (word.length() > 1 && !STOP_WORDS.contains(word)) {
            terms.accept(singular(word));
        }
    }

    private static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean hissing =
                word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes");
        return word.substring(0, word.length() - (hissing ? 2 : 1));
    }
}
