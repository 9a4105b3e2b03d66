package io.asyncflow.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts both servers in a process of its own, to be killed. */
final class KilledStarter {

    private KilledStarter() {}

    /** Returns once the servers run and the process that started them is dead. */
    static void runOn(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStarter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            if (out.lines().noneMatch("started"::equals)) {
                throw new IllegalStateException("The servers did not start");
            }
        }
        process.destroyForcibly().waitFor();
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        PostgresServer.keeping(folder.resolve("postgres"), Ports.anyFree())
                .address()
                .createDatabase("shop");
        RedisServer.keeping(folder.resolve("redis"), Ports.anyFree());
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
