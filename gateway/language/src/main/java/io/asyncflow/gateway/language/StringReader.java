package io.asyncflow.gateway.language;

/** Reads a string that ends on its line, and replaces its escapes. */
final class StringReader {

    private final Source source;
    private final StringBuilder value = new StringBuilder();

    StringReader(Source source) {
        this.source = source;
    }

    String read() {
        source.skip(1);
        while (source.current() != '"') {
            character();
        }
        source.skip(1);
        return value.toString();
    }

    private void character() {
        int character = source.current();
        if (character == Source.END || Characters.isLineBreak(character)) {
            throw source.error("The string is not closed: expected \" before the end of the line.");
        }
        if (character == '\\') {
            escape();
        } else if (Character.isSurrogate((char) character)) {
            surrogates(character);
        } else {
            value.append((char) character);
            source.skip(1);
        }
    }

    private void surrogates(int high) {
        int low = source.ahead(1);
        if (!isPair(high, low)) {
            throw source.error("The string holds half of a character: " + Characters.show(high) + ".");
        }
        value.append((char) high).append((char) low);
        source.skip(2);
    }

    private void escape() {
        int escaped = source.ahead(1);
        if (escaped == 'u') {
            unicode();
            return;
        }
        int index = "\"\\/bfnrt".indexOf(escaped);
        if (index < 0) {
            throw source.error("Unknown escape in a string: a backslash in front of " + Characters.show(escaped)
                    + ". Write \\\\ for a backslash.");
        }
        value.append("\"\\/\b\f\n\r\t".charAt(index));
        source.skip(2);
    }

    private void unicode() {
        if (source.ahead(2) == '{') {
            braced();
            return;
        }
        int first = hex(2);
        if (first >= 0 && isCharacter(first)) {
            value.append((char) first);
            source.skip(6);
            return;
        }
        int second = source.ahead(6) == '\\' && source.ahead(7) == 'u' ? hex(8) : -1;
        if (!isPair(first, second)) {
            throw badEscape();
        }
        value.append((char) first).append((char) second);
        source.skip(12);
    }

    private void braced() {
        int codePoint = 0;
        int length = 3;
        for (; digit(length) >= 0 && codePoint <= Character.MAX_CODE_POINT; length++) {
            codePoint = codePoint * 16 + digit(length);
        }
        if (length == 3 || source.ahead(length) != '}' || !isCharacter(codePoint)) {
            throw badEscape();
        }
        value.appendCodePoint(codePoint);
        source.skip(length + 1);
    }

    /** The number that the four hexadecimal digits make, or -1. */
    private int hex(int start) {
        int number = 0;
        for (int index = start; index < start + 4; index++) {
            if (digit(index) < 0) {
                return -1;
            }
            number = number * 16 + digit(index);
        }
        return number;
    }

    private int digit(int ahead) {
        int character = source.ahead(ahead);
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }

    private SyntaxException badEscape() {
        return source.error("Not a Unicode character: expected \\u and four hexadecimal digits, or \\u{...}.");
    }

    private static boolean isCharacter(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static boolean isPair(int high, int low) {
        return high >= 0 && low >= 0 && Character.isHighSurrogate((char) high) && Character.isLowSurrogate((char) low);
    }
}
