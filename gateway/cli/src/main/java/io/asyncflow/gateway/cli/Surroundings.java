package io.asyncflow.gateway.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command runs.
 *
 * @param folder what relative paths start from
 * @param home the root of the repository, whose graph is the default
 */
public record Surroundings(Path folder, Path home, InputStream in, PrintStream out, PrintStream err) {

    /** The repository's own graph. */
    Path defaultConfiguration() {
        return home.resolve("schema").resolve("supergraph.yaml");
    }

    /** The supergraph that the repository's own graph composes to. */
    Path defaultSupergraph() {
        return home.resolve("schema").resolve("supergraph.graphql");
    }

    Path defaultOperations() {
        return home.resolve("schema").resolve("operations");
    }

    /** The path that an argument of the command line means. */
    Path resolve(String path) {
        return SdlFile.path(folder, path);
    }
}
