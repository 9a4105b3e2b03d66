package io.asyncflow.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of our own, listening on loopback only. */
public final class RedisServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PID_FILE = "redis.pid";

    private final Process process;
    private final int port;
    private final @Nullable Path throwaway;

    private RedisServer(Process process, int port, @Nullable Path throwaway) {
        this.process = process;
        this.port = port;
        this.throwaway = throwaway;
    }

    /** Keeps its data in the folder: every write is appended to a file, synced once a second. */
    public static RedisServer keeping(Path dataFolder, int port) {
        stopLeftover(dataFolder);
        return start(dataFolder, port, null, "--appendonly", "yes", "--appendfsync", "everysec");
    }

    /** Stops the server that a killed process left running on the folder; says whether there was one. */
    public static boolean stopLeftover(Path dataFolder) {
        return Leftover.stop(dataFolder.resolve(PID_FILE), "redis-server");
    }

    /** Forgets everything on {@link #close()}; for tests. */
    public static RedisServer throwaway() {
        try {
            Path folder = Files.createTempDirectory(Binaries.folder(), "redis-");
            return start(folder, Ports.anyFree(), folder, "--appendonly", "no", "--save", "");
        } catch (IOException failure) {
            throw new EmbeddedServerException("No folder for Redis", failure);
        }
    }

    private static RedisServer start(Path folder, int port, @Nullable Path throwaway, String... persistence) {
        try {
            Files.createDirectories(folder);
            var command = new ArrayList<>(List.of(executable().toString(), "--port", Integer.toString(port)));
            command.addAll(List.of(
                    "--bind", "127.0.0.1", "--dir", folder.toAbsolutePath().toString()));
            command.addAll(List.of(
                    "--pidfile", folder.toAbsolutePath().resolve(PID_FILE).toString()));
            command.addAll(List.of(persistence));
            Path log = folder.resolve("redis.log");
            var server = new RedisServer(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port,
                    throwaway);
            server.awaitReady(log);
            return server;
        } catch (IOException failure) {
            throw new EmbeddedServerException(
                    "The embedded Redis did not start: " + failure.getMessage()
                            + ". You can also use a server of your own: set REDIS_URL.",
                    failure);
        }
    }

    private static synchronized Path executable() throws IOException {
        Path folder = Files.createDirectories(Binaries.folder().resolve("redis"));
        try (var files = Files.list(folder)) {
            var unpacked = files.filter(Files::isExecutable).findFirst();
            if (unpacked.isPresent()) {
                return unpacked.get();
            }
        }
        // Unpacked aside and moved into place, since another process may be doing the same.
        Path aside = Files.createTempDirectory(Binaries.folder(), "unpack-");
        Path file =
                ExecutableProvider.newJarResourceProvider(aside.toFile()).get().toPath();
        Path target = folder.resolve("redis-server");
        Files.move(file, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        Files.delete(aside);
        return target;
    }

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("see " + log + ": "
                        + Files.readString(log)
                                .lines()
                                .reduce((first, last) -> last)
                                .orElse("no output"));
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** For tests that kill or stop it. */
    public long pid() {
        return process.pid();
    }

    public String url() {
        return "redis://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            deleteThrowaway();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new EmbeddedServerException("Cannot delete " + throwaway, failure);
        }
    }

    private void deleteThrowaway() throws IOException {
        if (throwaway == null) {
            return;
        }
        try (var files = Files.walk(throwaway)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
