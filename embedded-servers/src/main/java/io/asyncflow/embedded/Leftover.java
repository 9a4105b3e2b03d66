package io.asyncflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the process that started it (kill -9), found by the pid file it keeps in its data folder. */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftover() {}

    /** Stops the server that the file names, if it still runs, so that a new one may take its data folder. */
    static boolean stop(Path pidFile, String executable) {
        var leftover = running(pidFile, executable);
        leftover.ifPresent(process -> {
            LOG.info("Stopping the {} that an earlier run left behind (process {})", executable, process.pid());
            interrupt(process.pid());
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        });
        return leftover.isPresent();
    }

    private static Optional<ProcessHandle> running(Path pidFile, String executable) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    // The number may have passed to somebody else since.
                    .filter(process -> process.info().command().orElse("").contains(executable));
        } catch (NoSuchFileException nothingLeft) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new EmbeddedServerException("Cannot read " + pidFile, unreadable);
        }
    }

    /** SIGINT: PostgreSQL closes its connections and stops cleanly, Redis saves and stops. */
    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new EmbeddedServerException("Cannot stop process " + pid + "; stop it by hand", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new EmbeddedServerException("Waiting for process " + process.pid() + " failed", failure);
        }
    }
}
