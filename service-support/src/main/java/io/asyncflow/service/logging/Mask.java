package io.asyncflow.service.logging;

import java.util.List;
import java.util.regex.Pattern;

/** Hides what must never be read in a log: credentials, tokens, and the local part of e-mail addresses. */
final class Mask {

    private record Rule(Pattern pattern, String replacement) {
        String applyTo(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{4,}"), "$1 ***"),
            new Rule(Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*"), "***"),
            new Rule(
                    Pattern.compile(
                            "(?i)(\"?[\\w-]*(?:password|passwd|secret|token|api[_-]?key|authorization|cookie)\"?\\s*[=:]\\s*)(\"[^\"]*\"|[^\\s,;&)}\\]]+)"),
                    "$1***"),
            new Rule(Pattern.compile("(?i)\\b([a-z0-9])[a-z0-9._%+-]*@([a-z0-9.-]+\\.[a-z]{2,})"), "$1***@$2"),
            // A secret in a URL: redis://:secret@host
            new Rule(Pattern.compile("(\\w+://[^\\s:/@]*:)[^\\s@/]+@"), "$1***@"));

    private Mask() {}

    static String secrets(String text) {
        String masked = text;
        for (Rule rule : RULES) {
            masked = rule.applyTo(masked);
        }
        return masked;
    }
}
