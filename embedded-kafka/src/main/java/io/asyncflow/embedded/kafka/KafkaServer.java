package io.asyncflow.embedded.kafka;

import io.asyncflow.embedded.EmbeddedServerException;
import io.asyncflow.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A Kafka broker of our own, listening on loopback only, in a process that ends with the one that started it. */
public final class KafkaServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final @Nullable Path throwaway;

    private KafkaServer(Process process, int port, @Nullable Path throwaway) {
        this.process = process;
        this.port = port;
        this.throwaway = throwaway;
    }

    /** Keeps its data in the folder. */
    public static KafkaServer keeping(Path dataFolder, int port) {
        return start(dataFolder, port, null);
    }

    /** Forgets everything on {@link #close()}. */
    public static KafkaServer throwaway() {
        try {
            Path folder = Files.createTempDirectory("asyncflow-kafka-");
            return start(folder, Ports.anyFree(), folder);
        } catch (IOException failure) {
            throw new EmbeddedServerException("No folder for Kafka", failure);
        }
    }

    private static KafkaServer start(Path folder, int port, @Nullable Path throwaway) {
        try {
            Path log = Files.createDirectories(folder).resolve("broker.log");
            var server = new KafkaServer(
                    new ProcessBuilder(command(folder, port))
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    port,
                    throwaway);
            server.awaitReady(log);
            return server;
        } catch (IOException failure) {
            throw new EmbeddedServerException("The embedded Kafka did not start: " + failure.getMessage(), failure);
        }
    }

    private static List<String> command(Path folder, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=io/asyncflow/embedded/kafka/logback-broker.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Broker.class.getName(),
                folder.toAbsolutePath().toString(),
                Integer.toString(port),
                Integer.toString(Ports.anyFree()));
    }

    private void awaitReady(Path log) throws IOException {
        try {
            var firstLine = CompletableFuture.supplyAsync(this::firstLine).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (!Broker.READY.equals(firstLine)) {
                throw new IOException("see " + log + ": " + Files.readString(log));
            }
        } catch (TimeoutException | ExecutionException failure) {
            process.destroyForcibly();
            throw new IOException("see " + log, failure);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String firstLine() {
        try {
            return process.inputReader().readLine();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** For tests that kill or stop it. */
    public long pid() {
        return process.pid();
    }

    /** As if the power failed; what it kept can be started anew. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        }
        awaitEnd();
        if (throwaway != null) {
            delete(throwaway);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new EmbeddedServerException("Cannot delete " + folder, failure);
        }
    }
}
