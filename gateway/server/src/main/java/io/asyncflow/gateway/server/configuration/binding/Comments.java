package io.asyncflow.gateway.server.configuration.binding;

import java.util.ArrayList;
import java.util.List;

/** Breaks a description into lines of a comment. */
final class Comments {

    private static final int WIDTH = 110;

    private Comments() {}

    static List<String> wrap(String text, String indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && indent.length() + line.length() + word.length() + 3 > WIDTH) {
                lines.add(indent + "#" + line);
                line.setLength(0);
            }
            line.append(word.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(indent + "#" + line);
        }
        return lines;
    }
}
