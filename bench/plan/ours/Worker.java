import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.operation.OperationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Our planner in a process of its own, started from its source. Reads a command a line, tabs between its words; answers
 * each with a line of JSON. The peers' twin is {@code peers/worker.mjs}.
 */
public final class Worker {

    private static final int MOST_RUNS = 2000;

    private Stages stages;

    public static void main(String[] arguments) throws IOException {
        Worker worker = new Worker();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(worker.answer(line.split("\t")));
        }
    }

    private String answer(String[] command) {
        try {
            return switch (command[0]) {
                case "version" -> "{\"version\":\"ours, Java %s\"}".formatted(Runtime.version());
                case "open" -> open(Path.of(command[1]));
                case "count" -> Counted.of(stages.text(read(command[1]))).json();
                case "time" -> times(stages.stage(command[1], read(command[2])), Long.parseLong(command[3]));
                case "cost" -> Cost.of(stages.stage("document", read(command[1]))).json();
                default -> throw new IllegalArgumentException("unknown command " + command[0]);
            };
        } catch (OperationException e) {
            return error(e.problems().stream().map(p -> p.code() + " " + p.message()).findFirst().orElse("no problem told"));
        } catch (PlanningException e) {
            return error(e.code() + " " + e.getMessage());
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
            e.printStackTrace();
            return error("crash: " + e);
        }
    }

    private String open(Path supergraph) throws IOException {
        stages = Stages.of(Files.readString(supergraph));
        return "{}";
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    /** At least one, and as many as the time allows. */
    private static String times(Runnable run, long millis) {
        long[] taken = new long[MOST_RUNS];
        int runs = 0;
        long end = System.nanoTime() + millis * 1_000_000;
        do {
            long start = System.nanoTime();
            run.run();
            taken[runs++] = System.nanoTime() - start;
        } while (System.nanoTime() < end && runs < MOST_RUNS);
        return java.util.Arrays.stream(taken, 0, runs)
                .mapToObj(nanos -> Double.toString(nanos / 1e6))
                .collect(Collectors.joining(",", "{\"times\":[", "]}"));
    }

    static String error(String message) {
        String quoted = message.lines().findFirst().orElse("").replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\x00-\\x1f]", " ");
        return "{\"error\":\"" + quoted + "\"}";
    }
}
