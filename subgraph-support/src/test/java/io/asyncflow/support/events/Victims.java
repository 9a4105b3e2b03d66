package io.asyncflow.support.events;

import static org.awaitility.Awaitility.await;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import io.asyncflow.embedded.kafka.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The processes of a small system: PostgreSQL, a bus, two that tell and two that listen. Each can be killed. */
final class Victims implements AutoCloseable {

    /** Something that is killed, and started again. */
    private final class Victim {

        private final String name;
        private final Supplier<Long> start;
        private long pid;

        Victim(String name, Supplier<Long> start) {
            this.name = name;
            this.start = start;
            this.pid = start.get();
        }

        void restartIfEnded() {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                pid = start.get();
                killed.add(name + " by itself");
            }
        }

        void kill() {
            ProcessHandle.of(pid).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
    }

    private final Path folder;
    private final Map<String, String> settings;
    private final int postgresPort;
    private final int redisPort;
    private final OptionalInt kafkaPort;
    private @Nullable PostgresServer postgres;
    private final List<Victim> victims = new ArrayList<>();
    private final List<String> killed = new ArrayList<>();

    /** With a port for Kafka, events go over Kafka. */
    Victims(Path folder, int postgresPort, int redisPort, OptionalInt kafkaPort, Map<String, String> settings) {
        this.folder = folder;
        this.postgresPort = postgresPort;
        this.redisPort = redisPort;
        this.kafkaPort = kafkaPort;
        this.settings = settings;
        victims.add(new Victim("PostgreSQL", this::startPostgres));
        for (String database : List.of("telling", "listening")) {
            address().createDatabase(database);
        }
        victims.add(
                kafkaPort.isPresent() ? new Victim("Kafka", this::startKafka) : new Victim("Redis", this::startRedis));
        for (int i = 1; i <= 2; i++) {
            victims.add(new Victim("teller " + i, () -> startService("telling")));
            victims.add(new Victim("listener " + i, () -> startService("listening")));
        }
    }

    PostgresAddress address() {
        return new PostgresAddress("localhost", postgresPort, "postgres", "");
    }

    /** Kills one, whatever it is doing, and starts it again after a moment. */
    void killOne(Random random) {
        Victim victim = victims.get(random.nextInt(victims.size()));
        victim.kill();
        killed.add(victim.name);
        letPass(Duration.ofMillis(random.nextInt(500)));
        victim.pid = victim.start.get();
    }

    /** There is no condition to wait for: that kills come at any time, whatever is going on, is what is tried. */
    static void letPass(Duration time) {
        Mono.delay(time).block();
    }

    /** As whoever runs services does: one that starts while PostgreSQL is away gives up. */
    void restartWhatEnded() {
        victims.forEach(Victim::restartIfEnded);
    }

    List<String> killed() {
        return List.copyOf(killed);
    }

    private long startPostgres() {
        // The children of a killed server take a moment to notice.
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            // What was killed still holds the lock of its folder in this process.
            PostgresServer dead = postgres;
            postgres = null;
            if (dead != null) {
                dead.close();
            }
            postgres = PostgresServer.keeping(folder.resolve("postgres"), postgresPort);
            return true;
        });
        return pid("postgres/postmaster.pid");
    }

    private long startRedis() {
        RedisServer.keeping(folder.resolve("redis"), redisPort);
        return pid("redis/redis.pid");
    }

    private long startKafka() {
        return KafkaServer.keeping(folder.resolve("kafka"), kafkaPort.orElseThrow())
                .pid();
    }

    private long startService(String database) {
        return ChildService.start(address(), database, settings(database), folder.resolve(database + ".log"))
                .pid();
    }

    Map<String, String> settings(String database) {
        var all = new HashMap<>(settings);
        all.put("asyncflow.redis.url", "redis://localhost:" + redisPort);
        kafkaPort.ifPresent(port -> {
            all.put("asyncflow.events.bus", "kafka");
            all.put("asyncflow.events.kafka.bootstrap-servers", "127.0.0.1:" + port);
        });
        all.put("test.listens", Boolean.toString(database.equals("listening")));
        return all;
    }

    private long pid(String file) {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve(file)).getFirst().strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The services first. */
    @Override
    public void close() {
        victims.reversed().forEach(Victim::kill);
        PostgresServer.stopLeftover(folder.resolve("postgres"));
    }
}
