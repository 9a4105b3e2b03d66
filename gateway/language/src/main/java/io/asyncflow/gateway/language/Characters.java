package io.asyncflow.gateway.language;

/** The classes of characters that the grammar tells apart, and how messages show a character. */
final class Characters {

    private Characters() {}

    static boolean startsName(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    static boolean continuesName(int character) {
        return startsName(character) || isDigit(character);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLineBreak(int character) {
        return character == '\n' || character == '\r';
    }

    static String show(int character) {
        if (character == Source.END) {
            return Token.END.toString();
        }
        if (character > ' ' && character < 0x7f) {
            return "\"" + (char) character + "\"";
        }
        return "the character U+%04X".formatted(character);
    }
}
