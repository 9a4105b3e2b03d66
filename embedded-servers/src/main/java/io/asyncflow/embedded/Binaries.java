package io.asyncflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the servers' executables are unpacked: one folder per user, since a file of root's is of no use to others. */
final class Binaries {

    private Binaries() {}

    static Path folder() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "asyncflow-" + System.getProperty("user.name"));
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
