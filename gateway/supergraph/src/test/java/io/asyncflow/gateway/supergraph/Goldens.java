package io.asyncflow.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of cases under the test resources; {@code -Dgolden=update} rewrites what they expect. */
final class Goldens {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Goldens() {}

    static List<Path> cases(String folder) {
        try (Stream<Path> cases = Files.list(RESOURCES.resolve(folder))) {
            return cases.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertMatches(Path file, String actual) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, actual);
        }
        assertThat(file).as("write it with -Dgolden=update and review it").exists();
        assertThat(actual).as(file.toString()).isEqualTo(read(file));
    }
}
