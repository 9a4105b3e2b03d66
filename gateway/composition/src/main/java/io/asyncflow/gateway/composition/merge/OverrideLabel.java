package io.asyncflow.gateway.composition.merge;

import java.util.regex.Pattern;

/** The condition of a progressive override: a name such as {@code beta:eu}, or {@code percent(12.5)}. */
final class OverrideLabel {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_\\-:./]*");
    private static final Pattern PERCENT = Pattern.compile("percent\\(([0-9]{1,2}(\\.[0-9]{1,8})?|100)\\)");

    private OverrideLabel() {}

    static boolean isValid(String label) {
        return NAME.matcher(label).matches() || PERCENT.matcher(label).matches();
    }
}
