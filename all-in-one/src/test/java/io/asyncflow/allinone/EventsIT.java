package io.asyncflow.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.embedded.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./commerce events}, as a process of its own on the database of a service. */
class EventsIT {

    private static final String DEAD = "event_01h455vb4pex5vsknk084sn02q";

    private static PostgresServer server;

    /** What a run of the command said, and how it ended. */
    private record Run(int exit, String output) {}

    @BeforeAll
    static void startServer() {
        server = PostgresServer.throwaway();
        server.address().createDatabase("users");
        Flyway.configure()
                .dataSource(url(), server.address().user(), "")
                .locations("classpath:db/events")
                .schemas("events")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void bury() throws SQLException {
        execute("delete from events.waiting");
        execute("""
                insert into events.waiting (consumer_group, line, event_id, type, key, happened_at, data, attempts,
                                            next_attempt_at, dead, reason, waiting_since)
                values ('restock', 'stock:variant_1', '01890a5d-ac96-774b-bcce-b302099a8057', 'stock.replenished', 'variant_1', now(),
                        '{"available": 3}', 6, now(), true, 'because', now()),
                       ('restock', 'stock:variant_1', gen_random_uuid(), 'stock.replenished', 'variant_1', now(), '{}', 0, now(), false,
                        null, now())""");
    }

    @Test
    void listsWhatWasGivenUp() throws Exception {
        Run run = events("dead");
        assertThat(run.exit()).isZero();
        assertThat(run.output())
                .contains(DEAD + "  stock.replenished  of variant_1")
                .contains("given up by user (group restock) after 6 attempts")
                .contains("1 behind it", "because of because", "{\"available\": 3}");
    }

    @Test
    void replays() throws Exception {
        assertThat(events("replay", DEAD).output()).contains("Will be tried again: 1");
        assertThat(events("dead").output()).contains("No dead events.");
        bury();
        assertThat(events("replay", "--all").output()).contains("Will be tried again: 1");
    }

    @Test
    void changesItForOneGroup() throws Exception {
        execute("""
                insert into events.waiting (consumer_group, line, event_id, type, key, happened_at, data, attempts,
                                            next_attempt_at, dead, reason, waiting_since)
                select 'search', line, event_id, type, key, happened_at, data, attempts, next_attempt_at, dead, reason,
                       waiting_since
                from events.waiting where dead""");
        assertThat(events("replay", "--group", "search", DEAD).output()).contains("Will be tried again: 1");
        assertThat(events("dead").output()).contains("group restock").doesNotContain("group search");
        assertThat(events("discard", DEAD, "--group", "search").output()).contains("None of them is dead");
        assertThat(events("discard", "--group", "restock", DEAD).output()).contains("Discarded 1");
    }

    @Test
    void discards() throws Exception {
        assertThat(events("discard", DEAD).output()).contains("Discarded 1");
        assertThat(events("dead").output()).contains("No dead events.");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        for (var wrong : List.of(
                List.of("bury"),
                List.<String>of(),
                List.of("replay"),
                List.of("discard", "--all"),
                List.of("replay", DEAD, "--group"),
                List.of("replay", "x"))) {
            Run run = events(wrong.toArray(String[]::new));
            assertThat(run.exit()).as("events %s", wrong).isEqualTo(1);
            assertThat(run.output()).startsWith("commerce: ").contains("./commerce events dead");
        }
        assertThat(events("replay", "event_01h455vb4pex5vsknk084sn02r").output())
                .contains("None of them is dead");
    }

    private static Run events(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AllInOne.class.getName(),
                "events"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(server.address().settings());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output.replaceAll("(?m)^WARNING: .*\n", ""));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(url(), server.address().user(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String url() {
        PostgresAddress address = server.address();
        return "jdbc:postgresql://" + address.host() + ":" + address.port() + "/users";
    }
}
