package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.planner.validation.Spelling;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The commands {@code compose}, {@code check}, {@code plan} and {@code graph}. */
public final class GatewayCli {

    /** All is well. */
    static final int OK = 0;

    /** The schemas do not compose or break somebody, or the query cannot be planned. */
    static final int FAILED = 1;

    /** The command could not do its work as it was called. */
    static final int WRONG_USAGE = 2;

    private static final List<String> COMMANDS = List.of("compose", "check", "plan", "graph", "help");

    private GatewayCli() {}

    public static void main(String[] arguments) {
        var surroundings = new Surroundings(
                Path.of(""),
                home(Path.of("").toAbsolutePath()),
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int exitCode = run(Arrays.asList(arguments), surroundings);
        surroundings.out().flush();
        System.exit(exitCode);
    }

    /** The repository's root, as short as it can be said from the working folder. */
    private static Path home(Path here) {
        Path home = here.resolve(System.getProperty("commerce.home", "")).normalize();
        return here.startsWith(home) ? here.relativize(home) : home;
    }

    /** Runs one command and returns its exit code. */
    public static int run(List<String> arguments, Surroundings surroundings) {
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "compose" -> Compose.run(rest, surroundings);
                case "check" -> Check.run(rest, surroundings);
                case "plan" -> ShowPlan.run(rest, surroundings);
                case "graph" -> ShowGraph.run(rest, surroundings);
                case "help", "--help", "-h" -> Help.print(rest, surroundings.out());
                default ->
                    throw new WrongUsage(
                            "There is no command '" + command + "'." + Spelling.suggestion(command, COMMANDS));
            };
        } catch (WrongUsage e) {
            surroundings.err().println("commerce: " + e.getMessage());
            return WRONG_USAGE;
        }
    }
}
