package io.asyncflow.allinone;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.service.logging.LogSetup;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts everything, says how far it is, and stays until it is told to stop. */
final class Up {

    private static final String POSTGRES = "postgres";

    private final Instance instance;
    private final Map<String, String> environment;
    private final List<Member> members;
    private final Servers servers = new Servers();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private @Nullable PostgresAddress address;
    private volatile boolean ready;
    private volatile boolean stopping;

    Up(Instance instance, Map<String, String> environment) {
        this.instance = instance;
        this.environment = environment;
        this.members = Member.all(environment);
    }

    void run(boolean fresh) {
        long start = System.nanoTime();
        Screen.say("AsyncFlow Commerce");
        try (FileLock lock = instance.lock()) {
            requireFreePorts();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            instance.note(Instance.State.STARTING, details());
            startAll(fresh);
            instance.note(Instance.State.READY, details());
            ready = true;
            Screen.ready(members, since(start), environment.containsKey("COMMERCE_DETACHED"));
            new CountDownLatch(1).await();
        } catch (java.io.IOException unlocking) {
            throw new java.io.UncheckedIOException(unlocking);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireFreePorts() {
        for (Member member : members) {
            if (!Ports.isFree(member.port())) {
                throw new Problem("Port " + member.port() + " (" + member.name() + ") is taken by another program. Stop"
                        + " that program, or choose another port: " + member.portVariable() + "="
                        + (member.port() + 1000) + " ./commerce up");
            }
        }
    }

    private void startAll(boolean fresh) {
        if (fresh) {
            instance.stopLeftovers();
            instance.deleteData();
        }
        var postgres = step("PostgreSQL", () -> postgres(), PostgresAddress::toString);
        String redis = step("Redis", () -> servers.redis(instance, environment), url -> url);
        String[] settings = new Settings(postgres, redis, members).arguments();
        for (Member member : members) {
            step(member.name(), () -> start(member, settings), _ -> member.address());
        }
        Health.awaitReady(members);
    }

    private PostgresAddress postgres() {
        var postgres = servers.postgres(instance, environment);
        address = postgres;
        members.forEach(member -> member.database().ifPresent(postgres::createDatabase));
        return postgres;
    }

    private synchronized ConfigurableApplicationContext start(Member member, String[] settings) {
        try {
            var context = member.service().runBesideOthers(member.arguments(settings));
            running.add(context);
            return context;
        } catch (RuntimeException failure) {
            throw new Problem(
                    stopping
                            ? "Stopped while starting"
                            : "The " + member.name() + " service did not start: " + Causes.root(failure),
                    failure);
        }
    }

    /** The services first, then what they stand on. */
    private void stop() {
        stopping = true;
        if (!ready) {
            LogSetup.silence();
        }
        close();
    }

    private synchronized void close() {
        running.reversed().forEach(ConfigurableApplicationContext::close);
        running.clear();
        servers.close();
        instance.forget();
    }

    private Properties details() {
        var details = new Properties();
        members.forEach(member -> details.setProperty(member.name(), member.address()));
        if (address != null) {
            details.setProperty(POSTGRES, address.host() + ":" + address.port() + " " + address.user());
        }
        return details;
    }

    /** Where the database is of a system that has noted its details; an embedded one asks for no password. */
    static Optional<PostgresAddress> postgres(Properties details) {
        return Optional.ofNullable(details.getProperty(POSTGRES)).map(text -> {
            var parts = text.split("[: ]", 3);
            return new PostgresAddress(parts[0], Integer.parseInt(parts[1]), parts[2], "");
        });
    }

    private static <T> T step(String name, Supplier<T> work, Function<T, String> result) {
        long start = System.nanoTime();
        T done = work.get();
        Screen.step(name, result.apply(done), since(start));
        return done;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
