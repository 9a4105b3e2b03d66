package io.asyncflow.testing;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL and Redis of a test run: those that the environment names, or embedded ones, started once. */
public final class TestServers {

    private static @Nullable PostgresAddress postgres;
    private static @Nullable String redis;

    private TestServers() {}

    public static synchronized PostgresAddress postgres() {
        if (postgres == null) {
            postgres = PostgresAddress.fromEnvironment(System.getenv()).orElseGet(TestServers::startPostgres);
        }
        return postgres;
    }

    public static synchronized String redisUrl() {
        if (redis == null) {
            redis = System.getenv("REDIS_URL") != null ? System.getenv("REDIS_URL") : startRedis();
        }
        return redis;
    }

    private static PostgresAddress startPostgres() {
        var server = PostgresServer.throwaway();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres"));
        return server.address();
    }

    private static String startRedis() {
        var server = RedisServer.throwaway();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-redis"));
        return server.url();
    }
}
