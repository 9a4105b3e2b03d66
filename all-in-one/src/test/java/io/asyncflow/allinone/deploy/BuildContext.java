package io.asyncflow.allinone.deploy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/** What an image is built from: the checkout without that which .dockerignore hides. */
record BuildContext(List<PathMatcher> hidden) {

    static BuildContext parse(String ignoreFile) {
        return new BuildContext(ignoreFile
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.replaceAll("^/|/$", "")))
                .toList());
    }

    /** Neither the path nor a folder around it is hidden. */
    boolean holds(String path) {
        for (Path part = Path.of(path); part != null; part = part.getParent()) {
            Path checked = part;
            if (hidden.stream().anyMatch(pattern -> pattern.matches(checked))) {
                return false;
            }
        }
        return true;
    }
}
