package io.asyncflow.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A PostgreSQL server of our own, listening on loopback only, trusting local users. */
public final class PostgresServer implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Keeps its data in the folder, durably; what an earlier run left there is taken over. */
    public static PostgresServer keeping(Path dataFolder, int port) {
        stopLeftover(dataFolder);
        return start(builder(port)
                .setDataDirectory(dataFolder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on"));
    }

    /** Stops the server that a killed process left running on the folder; says whether there was one. */
    public static boolean stopLeftover(Path dataFolder) {
        return Leftover.stop(dataFolder.resolve("postmaster.pid"), "postgres");
    }

    /** Forgets everything on {@link #close()}; as fast as it gets, for tests. */
    public static PostgresServer throwaway() {
        return start(builder(Ports.anyFree()));
    }

    private static EmbeddedPostgres.Builder builder(int port) {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(Binaries.folder().toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("listen_addresses", "localhost");
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresServer(builder.start());
        } catch (IOException | IllegalStateException failure) {
            throw new EmbeddedServerException(advice(failure), failure);
        }
    }

    private static String advice(Exception failure) {
        boolean root = "root".equals(System.getProperty("user.name"));
        return "The embedded PostgreSQL did not start: " + failure.getMessage()
                + (root
                        ? ". PostgreSQL refuses to run as root; we start it through 'unshare -U', which this machine"
                                + " may forbid. Run as a normal user, or"
                        : ". You can also")
                + " use a server of your own: set POSTGRES_HOST, POSTGRES_PORT, POSTGRES_USER, POSTGRES_PASSWORD.";
    }

    private int port() {
        return server.getPort();
    }

    public PostgresAddress address() {
        return new PostgresAddress("localhost", port(), USER, "");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new EmbeddedServerException("The embedded PostgreSQL did not stop cleanly", failure);
        }
    }
}
