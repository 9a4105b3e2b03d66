package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.composition.schema.Subgraph;
import java.nio.file.Path;
import java.util.List;

/** A subgraph with the files that its schema is in, one behind the other. */
record SubgraphFiles(String name, String url, List<SdlFile> files) {

    /** A place in one of the files. */
    record Line(Path file, int number) {}

    SubgraphFiles {
        files = List.copyOf(files);
    }

    static SubgraphFiles read(String name, String url, List<Path> paths) {
        return new SubgraphFiles(
                name,
                url,
                paths.stream().flatMap(path -> SdlFile.readAll(path).stream()).toList());
    }

    Subgraph subgraph() {
        var sdl = new StringBuilder();
        for (SdlFile file : files.subList(0, files.size() - 1)) {
            sdl.append(file.text()).append(endsLine(file) ? "" : "\n");
        }
        return new Subgraph(name, url, sdl.append(files.getLast().text()).toString());
    }

    /** Where a line of the whole schema is. */
    Line locate(int line) {
        int left = line;
        for (SdlFile file : files.subList(0, files.size() - 1)) {
            int lines = lines(file);
            if (left <= lines) {
                return new Line(file.path(), left);
            }
            left -= lines;
        }
        return new Line(files.getLast().path(), left);
    }

    /** How many lines the file adds; GraphQL ends a line with LF, CR or both. */
    private static int lines(SdlFile file) {
        String text = file.text();
        int lines = endsLine(file) ? 0 : 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean firstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            lines += (c == '\n' || c == '\r') && !firstOfTwo ? 1 : 0;
        }
        return lines;
    }

    private static boolean endsLine(SdlFile file) {
        return file.text().endsWith("\n") || file.text().endsWith("\r");
    }
}
