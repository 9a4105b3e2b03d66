package io.asyncflow.allinone.deploy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of documentation. */
record Page(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]*?) \\|");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");

    static Page read(Path file) {
        return new Page(file, Repository.read(file));
    }

    /** The names in the first column of its tables, with what the second column says. */
    Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        ROW.matcher(text).results().forEach(row -> {
            if (rows.put(row.group(1), row.group(2).replace("`", "")) != null) {
                throw new IllegalStateException(file + " has two rows for " + row.group(1));
            }
        });
        return rows;
    }

    /** Where it leads to inside the repository. */
    List<String> links() {
        return LINK.matcher(CODE_BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** The names that its headings can be linked to by, as GitHub makes them. */
    List<String> anchors() {
        return HEADING.matcher(CODE_BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
