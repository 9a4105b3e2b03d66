package io.asyncflow.gateway.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line in a folder of a test's own. */
record CommandLine(Path folder) {

    /** What a command left behind. */
    record Result(int exitCode, String out, String err) {}

    CommandLine with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths in what it prints are relative to the folder. */
    Result run(String... arguments) {
        return runWith(new byte[0], arguments);
    }

    /** With something on the standard input. */
    Result runWith(byte[] input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings = new Surroundings(folder, folder, new ByteArrayInputStream(input), utf8(out), utf8(err));
        int exitCode = GatewayCli.run(List.of(arguments), surroundings);
        return new Result(exitCode, text(out), text(err));
    }

    private String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(folder + "/", "").replace(folder.toString(), "HERE");
    }

    private static PrintStream utf8(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
