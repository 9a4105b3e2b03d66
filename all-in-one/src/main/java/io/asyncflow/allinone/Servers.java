package io.asyncflow.allinone;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL and Redis: those that the environment names, or embedded ones whose data stays. */
final class Servers implements AutoCloseable {

    /** Where embedded servers listen when the port is free, so that tools find them at the same place each time. */
    private static final int POSTGRES_PORT = 54320;

    private static final int REDIS_PORT = 63790;

    private final List<Runnable> stops = new ArrayList<>();

    PostgresAddress postgres(Instance instance, Map<String, String> environment) {
        return PostgresAddress.fromEnvironment(environment).orElseGet(() -> {
            var server = PostgresServer.keeping(instance.postgres().toAbsolutePath(), Ports.preferring(POSTGRES_PORT));
            stops.add(server::close);
            return server.address();
        });
    }

    String redis(Instance instance, Map<String, String> environment) {
        String url = environment.get("REDIS_URL");
        if (url != null) {
            return url;
        }
        var server = RedisServer.keeping(instance.redis(), Ports.preferring(REDIS_PORT));
        stops.add(server::close);
        return server.url();
    }

    @Override
    public void close() {
        stops.reversed().forEach(Runnable::run);
        stops.clear();
    }
}
