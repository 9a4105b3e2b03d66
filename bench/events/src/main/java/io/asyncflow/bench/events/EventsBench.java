package io.asyncflow.bench.events;

import com.sun.management.OperatingSystemMXBean;
import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.PostgresServer;
import io.asyncflow.embedded.RedisServer;
import io.asyncflow.embedded.kafka.KafkaServer;
import io.asyncflow.support.events.Fact;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One relay and one consumer on each bus, with PostgreSQL and Redis as {@code ./commerce up} runs them: durable. Events
 * wait in the outbox, then the way is opened; beside it the same SQL without events, and what a lone event takes.
 */
public final class EventsBench {

    private static final int KEYS = 200;
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What it took. */
    private record Cost(double perSecond, double cpu) {}

    private final int events;
    private final int rounds;
    private final PostgresServer postgres;

    private EventsBench(int events, int rounds, Path folder) {
        this.events = events / BATCH * BATCH;
        this.rounds = rounds;
        this.postgres = PostgresServer.keeping(folder.resolve("postgres"), Ports.anyFree());
    }

    public static void main(String[] arguments) throws IOException {
        var options = List.of(arguments);
        if (options.contains("--help")) {
            say("bench events [--bus redis|kafka] [--events N] [--rounds N]");
            return;
        }
        System.setProperty("logging.level.root", "warn");
        int events = Integer.parseInt(option(options, "--events", "30000"));
        int rounds = Integer.parseInt(option(options, "--rounds", "3"));
        String only = option(options, "--bus", "");
        Path folder = Files.createTempDirectory("bench-events");
        var bench = new EventsBench(events, rounds, folder);
        try {
            say(events + " events, " + Runtime.getRuntime().availableProcessors() + " processors");
            if (!only.equals("kafka")) {
                try (var redis = RedisServer.keeping(folder.resolve("redis"), Ports.anyFree())) {
                    bench.run("redis", Map.of("asyncflow.redis.url", redis.url()));
                }
            }
            if (!only.equals("redis")) {
                try (var redis = RedisServer.throwaway();
                        var kafka = KafkaServer.keeping(folder.resolve("kafka"), Ports.anyFree())) {
                    bench.run(
                            "kafka",
                            Map.of(
                                    "asyncflow.redis.url",
                                    redis.url(),
                                    "asyncflow.events.bus",
                                    "kafka",
                                    "asyncflow.events.kafka.bootstrap-servers",
                                    kafka.bootstrapServers()));
                }
            }
        } finally {
            bench.postgres.close();
        }
    }

    private void run(String bus, Map<String, String> settings) {
        try (var listener = new Side(postgres.address(), "listening_" + bus, true, settings);
                var teller = new Side(postgres.address(), "telling_" + bus, false, settings)) {
            for (int round = 1; round <= rounds; round++) {
                print("SQL " + round, throughput(() -> withoutEvents(teller, listener)));
                print(bus + " " + round, throughput(teller, listener));
            }
            latency(bus + ", 20 events/s", 20, 1, teller, listener);
            latency(bus + ", 1000 events/s", 1000, 10, teller, listener);
        }
    }

    /** The way is closed while the outbox fills: a relay passes by lanes that somebody has locked. */
    private Cost throughput(Side teller, Side listener) {
        var open = new CompletableFuture<Boolean>();
        var locked = new CompletableFuture<Boolean>();
        listener.countAnew();
        var closed = teller.together(teller.database()
                        .sql("select lane from events.relay_lane for update")
                        .then()
                        .then(Mono.fromRunnable(() -> locked.complete(true)))
                        .then(Mono.fromFuture(open)))
                .toFuture();
        locked.join();
        Flux.range(0, events / BATCH)
                .flatMap(part -> teller.tell(facts(part * BATCH, BATCH)), 4)
                .blockLast(PATIENCE);
        return throughput(() -> {
            open.complete(true);
            closed.join();
            until(() -> listener.handled().count() >= events);
        });
    }

    private Cost throughput(Runnable work) {
        long cpu = cpu();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Cost(events / seconds, (cpu() - cpu) / 1e6 / events * 1000);
    }

    /** The same rows in the same transactions, and nobody in between. */
    private void withoutEvents(Side teller, Side listener) {
        Flux.range(0, events / BATCH)
                .concatMap(part -> {
                    var ids = IntStream.range(0, BATCH)
                            .mapToObj(_ -> UUID.randomUUID())
                            .toArray(UUID[]::new);
                    var moved = teller.database()
                            .sql("delete from events.outbox where position = any(:positions)")
                            .bind("positions", new Long[] {0L})
                            .then();
                    var received = listener.database()
                            .sql("insert into events.inbox select 'raw', id, now() from unnest(:ids) as id")
                            .bind("ids", ids)
                            .then();
                    var effect = Effects.insert(
                            listener.database(),
                            IntStream.range(0, BATCH).mapToObj(EventsBench::key).toArray(String[]::new),
                            IntStream.range(0, BATCH).boxed().toArray(Integer[]::new));
                    return teller.together(moved).then(listener.together(received.then(effect)));
                })
                .blockLast(PATIENCE);
    }

    /** From when an event is written down, which is before its commit, until after the commit of its effect. */
    private void latency(String name, int perSecond, int batch, Side teller, Side listener) {
        int seconds = 10;
        listener.countAnew();
        Flux.interval(Duration.ofNanos(1_000_000_000L * batch / perSecond))
                .onBackpressureBuffer()
                .take((long) perSecond / batch * seconds)
                .concatMap(i -> teller.tell(facts(Math.toIntExact(i) * batch, batch)))
                .blockLast(PATIENCE);
        until(() -> listener.handled().count() >= perSecond * seconds);
        var handled = listener.handled();
        say(String.format(
                "%-28s p50 %6.1f ms   p99 %6.1f ms   longest %6.1f ms",
                name,
                handled.percentileValues()[0].value(TimeUnit.MILLISECONDS),
                handled.percentileValues()[1].value(TimeUnit.MILLISECONDS),
                handled.max(TimeUnit.MILLISECONDS)));
    }

    private static List<Fact<?>> facts(int first, int number) {
        return IntStream.range(first, first + number)
                .<Fact<?>>mapToObj(i -> Effects.COUNTED.about(key(i), new Effects.Counted(i)))
                .toList();
    }

    private static String key(int i) {
        return "key" + i % KEYS;
    }

    private static void until(BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all events arrived within " + PATIENCE);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(String name, Cost cost) {
        say(String.format("%-28s %8.0f events/s   %6.1f ms CPU of ours per 1000", name, cost.perSecond(), cost.cpu()));
    }

    private static String option(List<String> options, String name, String otherwise) {
        int place = options.indexOf(name);
        return place < 0 || place + 1 == options.size() ? otherwise : options.get(place + 1);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
