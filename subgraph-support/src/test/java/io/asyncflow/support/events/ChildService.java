package io.asyncflow.support.events;

import io.asyncflow.embedded.PostgresAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/** An {@link EventService} in a process of its own, which can be killed. */
final class ChildService {

    /** In a thousand events, how many fail at first. */
    private static final int FAILING = 5;

    private ChildService() {}

    /** Arguments: PostgreSQL's port, user, the database, then settings as {@code name=value}. */
    public static void main(String[] arguments) throws InterruptedException {
        var settings = new java.util.HashMap<String, String>();
        for (String setting : List.of(arguments).subList(3, arguments.length)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        var postgres = new PostgresAddress("localhost", Integer.parseInt(arguments[0]), arguments[1], "");
        var service = EventService.start(postgres, arguments[2], settings);
        service.ledgerIfAny()
                .ifPresent(
                        ledger -> ledger.failAt(_ -> ThreadLocalRandom.current().nextInt(1000) < FAILING));
        new CountDownLatch(1).await();
    }

    static Process start(PostgresAddress postgres, String database, Map<String, String> settings, Path log) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ChildService.class.getName(),
                Integer.toString(postgres.port()),
                postgres.user(),
                database));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
