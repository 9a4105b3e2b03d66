package io.asyncflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasWrittenAcrossRestarts() throws SQLException {
        try (var server = PostgresServer.keeping(folder, Ports.anyFree())) {
            server.address().createDatabase("shop");
            execute(server.address(), "create table note(text text)");
            execute(server.address(), "insert into note values ('kept')");
        }
        try (var server = PostgresServer.keeping(folder, Ports.anyFree())) {
            assertThat(firstRow(server.address(), "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void takesOverTheFolderOfAServerWhoseStarterWasKilled() throws Exception {
        KilledStarter.runOn(folder);
        Path data = folder.resolve("postgres");
        long orphan = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        assertThat(ProcessHandle.of(orphan)).as("the orphan").isPresent();

        try (var server = PostgresServer.keeping(data, Ports.anyFree())) {
            assertThat(ProcessHandle.of(orphan)).as("the orphan").isEmpty();
            assertThat(firstRow(server.address(), "select 'alive'")).isEqualTo("alive");
        } finally {
            RedisServer.stopLeftover(folder.resolve("redis"));
        }
    }

    @Test
    void writesDurablyWhereDataIsKept() throws SQLException {
        try (var server = PostgresServer.keeping(folder, Ports.anyFree())) {
            server.address().createDatabase("shop");
            assertThat(firstRow(server.address(), "show fsync")).isEqualTo("on");
            assertThat(firstRow(server.address(), "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void createsADatabaseOnlyOnce() throws SQLException {
        try (var server = PostgresServer.throwaway()) {
            server.address().createDatabase("shop");
            execute(server.address(), "create table note(text text)");
            server.address().createDatabase("shop");
            assertThat(firstRow(server.address(), "select count(*) from note")).isEqualTo("0");
        }
    }

    @Test
    void ignoresAPidFileWhoseNumberBelongsToSomebodyElseNow() throws Exception {
        Files.createDirectories(folder);
        Path pidFile = Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        assertThat(Leftover.stop(pidFile, "postgres")).isFalse();
    }

    @Test
    void findsTheServerThatTheEnvironmentNames() {
        var address = PostgresAddress.fromEnvironment(Map.of("POSTGRES_HOST", "db", "POSTGRES_PORT", "6432"));

        assertThat(address).contains(new PostgresAddress("db", 6432, "postgres", ""));
        assertThat(PostgresAddress.fromEnvironment(Map.of())).isEmpty();
    }

    @Test
    void namesTheVariableThatIsNoPort() {
        assertThatThrownBy(() -> PostgresAddress.fromEnvironment(Map.of("POSTGRES_HOST", "db", "POSTGRES_PORT", "x")))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("POSTGRES_PORT");
    }

    private static void execute(PostgresAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(address), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstRow(PostgresAddress address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(address), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String url(PostgresAddress address) {
        return "jdbc:postgresql://" + address.host() + ":" + address.port() + "/shop";
    }
}
