package io.asyncflow.allinone;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Stops the system that runs on a data folder, and whatever a killed one left behind. */
final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Down() {}

    static void run(Instance instance) {
        var running = instance.running().flatMap(Instance.Note::process);
        running.ifPresent(Down::stop);
        boolean leftovers = instance.stopLeftovers();
        Screen.say(
                running.isPresent()
                        ? "Stopped."
                        : leftovers ? "Stopped what a killed run had left behind." : "Nothing was running.");
    }

    private static void stop(ProcessHandle process) {
        Screen.say("Stopping process " + process.pid() + " ...");
        process.destroy();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Instance.runs(process)) {
            if (System.nanoTime() > deadline) {
                throw new Problem("Process " + process.pid() + " did not stop within " + PATIENCE.toSeconds()
                        + " s. 'kill -9 " + process.pid() + "' is safe: no acknowledged data is lost.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
