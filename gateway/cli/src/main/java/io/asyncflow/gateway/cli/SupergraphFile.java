package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.SupergraphException;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** The supergraph that a command is about, with the file that it is in. */
record SupergraphFile(Path path, Supergraph supergraph) {

    /** That of {@code --supergraph}, or the repository's own; {@code missing} is the sentence for having neither. */
    static SupergraphFile read(Options options, Surroundings surroundings, String missing) {
        String given = options.single("--supergraph");
        Path file = given == null ? surroundings.defaultSupergraph() : surroundings.resolve(given);
        if (given == null && !Files.exists(file)) {
            throw new WrongUsage(missing + ": no " + file
                    + ". Name the current supergraph with --supergraph FILE, or compose it with './commerce compose'.");
        }
        String sdl = SdlFile.text(file);
        try {
            return new SupergraphFile(file, SupergraphReader.read(sdl));
        } catch (SupergraphException e) {
            throw new WrongUsage(file + ":" + e.position() + ": this is no supergraph: " + e.getMessage());
        }
    }
}
