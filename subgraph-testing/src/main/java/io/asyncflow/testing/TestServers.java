package io.asyncflow.testing;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

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
        afterTheSubgraphs(server::close);
        return server.address();
    }

    private static String startRedis() {
        var server = RedisServer.throwaway();
        afterTheSubgraphs(server::close);
        return server.url();
    }

    /** At the end of the process: subgraphs finish what they have in hand, and need the servers for it. */
    private static void afterTheSubgraphs(Runnable stop) {
        SpringApplication.getShutdownHandlers().add(stop);
    }
}
