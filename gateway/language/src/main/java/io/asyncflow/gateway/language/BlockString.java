package io.asyncflow.gateway.language;

import java.util.ArrayList;
import java.util.List;

/** Reads a string between triple quotation marks: its common indentation and its outer blank lines are no part of it. */
final class BlockString {

    private static final String QUOTES = "\"\"\"";
    private static final String ESCAPED_QUOTES = "\\\"\"\"";

    private final Source source;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    BlockString(Source source) {
        this.source = source;
    }

    String read() {
        source.skip(QUOTES.length());
        while (!source.startsWith(QUOTES)) {
            character();
        }
        source.skip(QUOTES.length());
        lines.add(line.toString());
        return dedented(lines);
    }

    private void character() {
        int character = source.current();
        if (character == Source.END) {
            throw source.error("The block string is not closed: expected \"\"\" before the end of the text.");
        }
        if (Characters.isLineBreak(character)) {
            lines.add(line.toString());
            line.setLength(0);
            source.skipLineBreak();
        } else if (source.startsWith(ESCAPED_QUOTES)) {
            line.append(QUOTES);
            source.skip(ESCAPED_QUOTES.length());
        } else {
            append((char) character);
        }
    }

    private void append(char character) {
        boolean pair = Character.isHighSurrogate(character) && Character.isLowSurrogate((char) source.ahead(1));
        if (Character.isSurrogate(character) && !pair) {
            throw source.error("The string holds half of a character: " + Characters.show(character) + ".");
        }
        line.append(character);
        if (pair) {
            line.append((char) source.ahead(1));
        }
        source.skip(pair ? 2 : 1);
    }

    private static String dedented(List<String> lines) {
        int common = Integer.MAX_VALUE;
        int first = lines.size();
        int end = 0;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            int indent = indent(line);
            if (indent < line.length()) {
                first = Math.min(first, index);
                end = index + 1;
                common = index == 0 ? common : Math.min(common, indent);
            }
        }
        StringBuilder value = new StringBuilder();
        for (int index = first; index < end; index++) {
            String line = lines.get(index);
            value.append(index == first ? "" : "\n");
            value.append(index == 0 ? line : line.substring(Math.min(common, line.length())));
        }
        return value.toString();
    }

    /** How many spaces and tabs the line starts with. */
    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
