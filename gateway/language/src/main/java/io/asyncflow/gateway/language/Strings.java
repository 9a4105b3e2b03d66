package io.asyncflow.gateway.language;

/** String literals, quoted or as blocks. */
final class Strings {

    private static final String QUOTES = "\"\"\"";
    private static final int LONGEST_LINE = 70;

    private Strings() {}

    static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.chars().forEach(character -> append((char) character, text));
        return text.append('"').toString();
    }

    /** Prints a description, as a block if a block can hold it without change, and starts the next line. */
    static void description(String value, Writer writer) {
        if (!fitsBlock(value)) {
            writer.add(quoted(value)).line();
            return;
        }
        boolean inline = value.indexOf('\n') < 0
                && value.length() <= LONGEST_LINE
                && !value.endsWith("\"")
                && !value.endsWith("\\");
        String escaped = value.replace(QUOTES, "\\" + QUOTES);
        if (inline) {
            writer.add(QUOTES).add(escaped).add(QUOTES).line();
            return;
        }
        writer.add(QUOTES);
        escaped.lines().forEach(line -> addLine(line, writer));
        writer.line().add(QUOTES).line();
    }

    private static void addLine(String line, Writer writer) {
        if (line.isEmpty()) {
            writer.add("\n");
        } else {
            writer.line().add(line);
        }
    }

    /** Whether a block string means the same: reading one drops outer blank lines and common indentation. */
    private static boolean fitsBlock(String value) {
        String[] lines = value.split("\n", -1);
        return value.chars().allMatch(character -> character >= ' ' || character == '\n' || character == '\t')
                && !isBlank(lines[0])
                && !isBlank(lines[lines.length - 1])
                && anyUnindented(lines);
    }

    private static boolean anyUnindented(String[] lines) {
        for (String line : lines) {
            if (!line.isEmpty() && BlockString.indent(line) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(String line) {
        return BlockString.indent(line) == line.length();
    }

    private static void append(char character, StringBuilder text) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (character < ' ' || character >= 0x7f && character < 0xa0) {
                    text.append("\\u%04X".formatted((int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }
}
