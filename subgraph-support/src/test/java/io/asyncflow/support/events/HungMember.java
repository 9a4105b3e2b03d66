package io.asyncflow.support.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A member in a process of its own that never finishes with what it gets, to be killed. */
final class HungMember implements AutoCloseable {

    private static final String TOOK = "took ";

    private final Process process;

    private HungMember(Process process) {
        this.process = process;
    }

    static HungMember start(Map<String, String> settings, String group, String topic) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HungMember.class.getName(),
                group,
                topic));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        return new HungMember(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What it has in hand: the events that it got first. */
    List<UUID> inHand() throws Exception {
        for (String line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            if (line.startsWith(TOOK)) {
                return Stream.of(line.substring(TOOK.length()).split(" "))
                        .map(UUID::fromString)
                        .toList();
            }
        }
        throw new IllegalStateException("It ended without having got anything");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws InterruptedException {
        var settings = new HashMap<String, String>();
        Stream.of(arguments)
                .skip(2)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        BusConnection.open(settings)
                .bus()
                .deliver(arguments[0], Set.of(arguments[1]), HungMember::hang, Mono.never())
                .subscribe();
        new CountDownLatch(1).await();
    }

    @SuppressWarnings("SystemOut")
    private static Mono<Void> hang(List<Event> events) {
        System.out.println(
                TOOK + events.stream().map(event -> event.id().toString()).collect(Collectors.joining(" ")));
        return Mono.never();
    }
}
