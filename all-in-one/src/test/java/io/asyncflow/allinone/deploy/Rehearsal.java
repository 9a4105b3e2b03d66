package io.asyncflow.allinone.deploy;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The distributed mode without containers: each service is a process, laid out, started and told its settings as its
 * image and compose.yaml say. Only addresses differ, since all share one host.
 */
final class Rehearsal implements AutoCloseable {

    private final Deployment deployment;
    private final ComposeFile compose;
    private final Map<String, String> secrets;
    private final Map<String, Integer> ports = new HashMap<>();
    private final PostgresServer postgres = PostgresServer.throwaway();
    private final RedisServer redis = RedisServer.throwaway();
    private final Map<String, RunningService> running = new LinkedHashMap<>();

    Rehearsal(Deployment deployment, Map<String, String> secrets) throws SQLException {
        this.deployment = deployment;
        this.compose = deployment.composeFile();
        this.secrets = secrets;
        ports.put("postgres", postgres.address().port());
        ports.put("redis", redis.port());
        compose.ours().forEach(container -> ports.put(container.name(), Ports.anyFree()));
        createDatabases();
    }

    /** Runs the script as PostgreSQL's image would, signed in as the user that the image makes. */
    private void createDatabases() throws SQLException {
        String user = environment("postgres").getOrDefault("POSTGRES_USER", "");
        execute("postgres", "create role " + user + " superuser login");
        for (String statement :
                deployment.databases().replaceAll("(?m)^--.*$", "").split(";")) {
            if (!statement.isBlank()) {
                execute(user, statement);
            }
        }
    }

    private void execute(String user, String sql) throws SQLException {
        String url = "jdbc:postgresql://localhost:" + port("postgres") + "/postgres";
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void start(Path folder, Path libraries) throws IOException {
        var image = deployment.image();
        for (Module module : deployment.repository().services()) {
            var container = compose.of(module).orElseThrow();
            var environment = new HashMap<>(image.environment(container.buildArguments()));
            environment.putAll(environment(container.name()));
            running.put(
                    container.name(),
                    RunningService.start(
                            folder.resolve(container.name()),
                            libraries,
                            module,
                            image.entrypoint(),
                            moved(container.name(), environment)));
        }
    }

    private Map<String, String> environment(String container) {
        var environment = new HashMap<String, String>();
        Objects.requireNonNull(compose.containers().get(container))
                .environment()
                .forEach((name, value) -> environment.put(name, ComposeFile.resolved(value, secrets)));
        return environment;
    }

    /** The same settings, with the addresses that hold here. */
    private Map<String, String> moved(String container, Map<String, String> environment) {
        var moved = new HashMap<String, String>();
        environment.forEach((name, value) -> moved.put(name, moved(value)));
        moved.put("SERVER_PORT", Integer.toString(port(container)));
        if (moved.containsKey("POSTGRES_HOST")) {
            moved.put("POSTGRES_PORT", Integer.toString(port(moved.get("POSTGRES_HOST"))));
            moved.put("POSTGRES_HOST", "localhost");
        }
        if (moved.containsKey("REDIS_URL")) {
            // The embedded server asks for no password and refuses one.
            moved.put("REDIS_URL", redis.url());
        }
        return moved;
    }

    private String moved(String value) {
        String moved = value;
        for (var container : compose.containers().values()) {
            for (String port : new ArrayList<>(listening(container))) {
                moved = moved.replace(
                        "//" + container.name() + ":" + port, "//localhost:" + ports.get(container.name()));
            }
        }
        return moved;
    }

    private static List<String> listening(Container container) {
        return container.builtHere()
                ? List.of(Objects.requireNonNull(container.buildArguments().get("PORT")))
                : container.exposed();
    }

    int port(String container) {
        return Objects.requireNonNull(ports.get(container), container);
    }

    Map<String, RunningService> running() {
        return running;
    }

    RunningService service(String container) {
        return Objects.requireNonNull(running.get(container), container);
    }

    @Override
    public void close() {
        running.values().forEach(RunningService::kill);
        redis.close();
        postgres.close();
    }
}
