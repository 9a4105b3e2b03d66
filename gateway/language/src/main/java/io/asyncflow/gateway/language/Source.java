package io.asyncflow.gateway.language;

/** A text, and the place in it that is read next. */
final class Source {

    /** What {@link #current} answers behind the last character. */
    static final int END = -1;

    private final String text;
    private int offset;
    private int line = 1;
    private int lineStart;

    Source(String text) {
        this.text = text;
    }

    int current() {
        return ahead(0);
    }

    int ahead(int characters) {
        int index = offset + characters;
        return index < text.length() ? text.charAt(index) : END;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, offset);
    }

    void skip(int characters) {
        offset += characters;
    }

    /** Steps over the line break that is current: {@code \n}, {@code \r\n} or {@code \r}. */
    void skipLineBreak() {
        offset += startsWith("\r\n") ? 2 : 1;
        line++;
        lineStart = offset;
    }

    int offset() {
        return offset;
    }

    String from(int start) {
        return text.substring(start, offset);
    }

    int line() {
        return line;
    }

    int column() {
        return offset - lineStart + 1;
    }

    Position position() {
        return new Position(line, column());
    }

    SyntaxException error(String message) {
        return new SyntaxException(message, position());
    }
}
