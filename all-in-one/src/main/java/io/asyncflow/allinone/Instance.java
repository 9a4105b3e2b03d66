package io.asyncflow.allinone;

import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The one system that may run on a data folder. Its lock is the operating system's, so it ends with the process however
 * that ends; what it notes beside it tells {@code status} and {@code down} whom to look for.
 */
record Instance(Path folder) {

    enum State {
        STARTING,
        READY
    }

    record Note(long pid, State state, Properties details) {

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(Instance::runs);
        }
    }

    /** A process that has ended, but that nobody has asked for its exit code, still counts as alive. It has no command. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path redis() {
        return folder.resolve("redis");
    }

    Path log() {
        return folder.resolve("up.log");
    }

    /** Takes the data folder for this process, until it ends. */
    FileLock lock() {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Problem("The system already runs"
                        + running().map(note -> " (process " + note.pid() + ")").orElse("")
                        + ". See './commerce status'; stop it with './commerce down'.");
            }
            return lock;
        } catch (IOException failure) {
            throw new Problem(
                    "Cannot write to " + folder.toAbsolutePath() + ": " + failure.getMessage()
                            + ". Its files may belong to another user.",
                    failure);
        }
    }

    void note(State state, Properties details) {
        details.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        details.setProperty("state", state.name());
        Path aside = folder.resolve("instance.new");
        try (var out = Files.newOutputStream(aside)) {
            details.store(out, null);
            out.close();
            Files.move(aside, noteFile(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(noteFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The note of a process that is still alive. */
    Optional<Note> running() {
        return note().filter(note -> note.process().isPresent());
    }

    private Optional<Note> note() {
        var details = new Properties();
        try (var in = Files.newInputStream(noteFile())) {
            details.load(in);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Optional.of(new Note(
                Long.parseLong(details.getProperty("pid")), State.valueOf(details.getProperty("state")), details));
    }

    private Path noteFile() {
        return folder.resolve("instance.properties");
    }

    /** Stops the servers that a killed run could not stop; says whether there were any. */
    boolean stopLeftovers() {
        boolean postgresStopped = PostgresServer.stopLeftover(postgres());
        boolean redisStopped = RedisServer.stopLeftover(redis());
        return postgresStopped || redisStopped;
    }

    /** Throws away what earlier runs have kept. */
    void deleteData() {
        for (Path data : new Path[] {postgres(), redis()}) {
            if (Files.exists(data)) {
                deleteAll(data);
            }
        }
    }

    private static void deleteAll(Path root) {
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new Problem("Cannot delete " + root + ": " + failure.getMessage(), failure);
        }
    }
}
