package io.asyncflow.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Where a PostgreSQL server is, ours or another. */
public record PostgresAddress(String host, int port, String user, String password) {

    /** The server that the environment names, if it names one. */
    public static Optional<PostgresAddress> fromEnvironment(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("POSTGRES_HOST"))
                .map(host -> new PostgresAddress(
                        host,
                        port(environment.getOrDefault("POSTGRES_PORT", "5432")),
                        environment.getOrDefault("POSTGRES_USER", "postgres"),
                        environment.getOrDefault("POSTGRES_PASSWORD", "")));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException malformed) {
            throw new EmbeddedServerException("POSTGRES_PORT must be a number, but is '" + text + "'", malformed);
        }
    }

    /** The settings by which a service finds this server. */
    public Map<String, String> settings() {
        return Map.of(
                "POSTGRES_HOST", host,
                "POSTGRES_PORT", Integer.toString(port),
                "POSTGRES_USER", user,
                "POSTGRES_PASSWORD", password);
    }

    /** Creates the database unless it is there already. */
    public void createDatabase(String name) {
        try (Connection connection = connect();
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("create database \"" + name.replace("\"", "\"\"") + "\"");
            }
        } catch (SQLException failure) {
            throw new EmbeddedServerException(
                    "Cannot create database " + name + " on PostgreSQL at " + host + ":" + port + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/postgres", user, password);
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
