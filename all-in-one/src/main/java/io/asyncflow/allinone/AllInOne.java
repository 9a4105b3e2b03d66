package io.asyncflow.allinone;

import io.asyncflow.embedded.EmbeddedServerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code ./commerce} starts: {@code up}, {@code follow}, {@code down}, {@code status} or {@code events}. */
public final class AllInOne {

    private AllInOne() {}

    public static void main(String[] arguments) {
        var options = List.of(arguments);
        var instance = new Instance(Path.of(System.getProperty("commerce.data", ".commerce")));
        try {
            switch (options.isEmpty() ? "" : options.getFirst()) {
                case "up" -> new Up(instance, Map.copyOf(System.getenv())).run(options.contains("--fresh"));
                case "follow" -> Follow.untilReady(instance, ProcessHandle.of(Long.parseLong(options.get(1))));
                case "down" -> Down.run(instance);
                case "status" -> System.exit(Status.print(instance) ? 0 : 1);
                case "events" -> Events.run(instance, Map.copyOf(System.getenv()), options.subList(1, options.size()));
                default ->
                    throw new Problem("Usage: up [--fresh] | follow PID | down | status | events dead|replay|discard");
            }
        } catch (Problem | EmbeddedServerException problem) {
            Screen.problem(Causes.message(problem));
            System.exit(1);
        }
    }
}
