package io.asyncflow.allinone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Shows what a system in the background says until it is ready or gone. */
final class Follow {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Follow() {}

    static void untilReady(Instance instance, Optional<ProcessHandle> process) {
        try (var log = new RandomAccessFile(instance.log().toFile(), "r")) {
            boolean over = false;
            while (!over) {
                over = ready(instance, process)
                        || !process.filter(Instance::runs).isPresent();
                print(log);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException failure) {
            throw new Problem("Cannot read " + instance.log() + ": " + failure.getMessage(), failure);
        }
        if (!ready(instance, process)) {
            throw new Problem("It did not start. The whole log is in " + instance.log());
        }
    }

    private static boolean ready(Instance instance, Optional<ProcessHandle> process) {
        return instance.running()
                .filter(note -> note.state() == Instance.State.READY)
                .filter(note ->
                        process.isPresent() && note.pid() == process.get().pid())
                .isPresent();
    }

    private static void print(RandomAccessFile log) throws IOException {
        var unread = new byte[(int) (log.length() - log.getFilePointer())];
        log.readFully(unread);
        if (unread.length > 0) {
            Screen.raw(new String(unread, StandardCharsets.UTF_8));
        }
    }
}
