package io.asyncflow.gateway.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.server.source.Loaded.Unchanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class FileSourceTest {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("supergraph.graphql");
    }

    @Test
    void findsTheFileAndEachChange() {
        write(file, "one");

        StepVerifier.create(changes())
                .expectNext(found("one"))
                .then(() -> write(file, "two"))
                .expectNext(found("two"))
                .then(() -> write(file, "three"))
                .expectNext(found("three"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void seesAChangeThatLeavesSizeAndTimeAsTheyWere() throws IOException {
        FileTime time = FileTime.fromMillis(1_700_000_000_000L);
        write(file, "one");
        Files.setLastModifiedTime(file, time);

        StepVerifier.create(changes())
                .expectNext(found("one"))
                .then(() -> {
                    write(file, "two");
                    setTime(time);
                })
                .expectNext(found("two"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void followsAnEditorThatReplacesTheFile() {
        write(file, "one");

        StepVerifier.create(changes())
                .expectNext(found("one"))
                .then(() -> replace("two"))
                .expectNext(found("two"))
                .then(() -> replace("three"))
                .expectNext(found("three"))
                .thenCancel()
                .verify(PATIENCE);
    }

    /** A ConfigMap is a link to a link to a folder, and the second link is replaced. */
    @Test
    void followsTheLinksOfKubernetes() throws IOException {
        write(folder.resolve("..2026_1/supergraph.graphql"), "one");
        write(folder.resolve("..2026_2/supergraph.graphql"), "two");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_1"));
        Files.createSymbolicLink(file, Path.of("..data/supergraph.graphql"));

        StepVerifier.create(changes())
                .expectNext(found("one"))
                .then(() -> relink("..2026_2"))
                .expectNext(found("two"))
                .then(() -> relink("..2026_1"))
                .expectNext(found("one"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void waitsForAFileThatIsNotThereYet() {
        StepVerifier.create(changes())
                .expectNext(failed("there is no file " + file))
                .then(() -> write(file, "one"))
                .expectNext(found("one"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void saysWhenTheFileIsGoneAndWhenItIsBack() {
        write(file, "one");

        StepVerifier.create(changes())
                .expectNext(found("one"))
                .then(this::delete)
                .expectNext(failed("there is no file " + file))
                .then(() -> write(file, "one"))
                .expectNext(new Unchanged(file.toString()))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        write(file, " \n");

        StepVerifier.create(changes())
                .expectNext(failed(file + " is empty"))
                .then(() -> write(file, "x".repeat(101)))
                .expectNext(failed(file + " is larger than 100B"))
                .then(() -> write(file, new byte[] {'a', (byte) 0xFF}))
                .expectNext(failed(file + " is not UTF-8 text"))
                .then(() -> write(file, "one"))
                .expectNext(found("one"))
                .thenCancel()
                .verify(PATIENCE);

        StepVerifier.create(
                        new FileSource(folder, DataSize.ofBytes(100)).changes().take(1))
                .expectNext(new Failed(folder + " is a folder, not a file", folder.toString()))
                .expectComplete()
                .verify(PATIENCE);
    }

    /** The second write comes before the first has been seen twice. */
    @Test
    void leavesOutWhatIsStillBeingWritten() throws IOException {
        write(file, "one");
        var watch = new FileWatch(file, DataSize.ofBytes(100), Duration.ofSeconds(1));
        assertThat(watch.look().blockOptional()).contains(found("one"));
        assertThat(watch.pause()).isEqualTo(Duration.ofSeconds(1));

        write(file, "tw");
        assertThat(watch.look().blockOptional()).isEmpty();
        assertThat(watch.pause()).isEqualTo(Duration.ofMillis(100));
        write(file, "two");
        assertThat(watch.look().blockOptional()).isEmpty();
        assertThat(watch.look().blockOptional()).contains(found("two"));
        assertThat(watch.pause()).isEqualTo(Duration.ofSeconds(1));

        // Neither does a moment without the file count.
        Files.delete(file);
        assertThat(watch.look().blockOptional()).isEmpty();
        write(file, "two");
        assertThat(watch.look().blockOptional()).contains(found("two"));
    }

    private Flux<Loaded> changes() {
        return new FileSource(file, DataSize.ofBytes(100), INTERVAL).changes();
    }

    private Loaded found(String sdl) {
        return new Found(sdl, file.toString());
    }

    private Loaded failed(String message) {
        return new Failed(message, file.toString());
    }

    private void replace(String text) {
        Path other = folder.resolve("supergraph.graphql~");
        write(other, text);
        move(other, file);
    }

    private void relink(String target) {
        Path link = folder.resolve("..data_tmp");
        try {
            Files.createSymbolicLink(link, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(link, folder.resolve("..data"));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setTime(FileTime time) {
        try {
            Files.setLastModifiedTime(file, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
