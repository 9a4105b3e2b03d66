package io.asyncflow.allinone;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system in a process of its own, on free ports and a data folder that outlives it, to be killed at will. */
final class RunningSystem implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Instance instance;
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    RunningSystem(Path folder) {
        this.instance = new Instance(folder);
        for (Member member : Member.all(Map.of())) {
            environment.put(member.portVariable(), Integer.toString(Ports.anyFree()));
        }
    }

    List<Member> members() {
        return Member.all(environment);
    }

    Member member(String name) {
        return members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Starts the process and does not wait. */
    Process launch(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dcommerce.data=" + instance.folder()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AllInOne.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(instance.folder());
            process = builder.start();
            return process;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Starts the process and waits until everything is ready. */
    void up() {
        Process started = launch("up");
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("It ended:\n" + output());
            }
            return instance.running()
                    .filter(note -> note.state() == Instance.State.READY && note.pid() == started.pid())
                    .isPresent();
        });
    }

    /** kill -9. The embedded servers are orphaned, as they would be. */
    void kill() {
        end(true);
    }

    /** What Ctrl-C and './commerce down' do. */
    int stop() {
        return end(false);
    }

    private int end(boolean force) {
        Process running = java.util.Objects.requireNonNull(process);
        if (force) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        try {
            if (!running.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("It does not stop:\n" + output());
            }
            return running.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The answer's data; anything but a clean answer is an exception. */
    JsonNode query(String member, String document, Map<String, ?> variables, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(member(member).address() + "/graphql"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var response = send(request.build());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200 || answer.has("errors")) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return answer.path("data");
    }

    /** What a browser would show, whatever the status. */
    String page(String member, String path) {
        return send(HttpRequest.newBuilder(URI.create(member(member).address() + path))
                        .timeout(Duration.ofSeconds(20))
                        .build())
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new java.io.UncheckedIOException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean hasOrphans() {
        boolean postgres = PostgresServer.stopLeftover(instance.postgres());
        boolean redis = RedisServer.stopLeftover(instance.redis());
        return postgres || redis;
    }

    String output() {
        try {
            return Files.readString(log());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Path log() {
        return instance.folder().resolve("test.log");
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        hasOrphans();
    }
}
