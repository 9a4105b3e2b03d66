package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.words.Spelling;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The commands {@code compose} and {@code check}. */
public final class GatewayCli {

    /** All is well. */
    static final int OK = 0;

    /** The schemas do not compose, or break somebody. */
    static final int FAILED = 1;

    /** The command could not do its work as it was called. */
    static final int WRONG_USAGE = 2;

    private GatewayCli() {}

    public static void main(String[] arguments) {
        var surroundings = new Surroundings(
                Path.of(""),
                home(Path.of("").toAbsolutePath()),
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
                case "help", "--help", "-h" -> Help.print(rest, surroundings.out());
                default ->
                    throw new WrongUsage("There is no command '" + command + "'."
                            + Spelling.suggestion(command, List.of("compose", "check", "help")));
            };
        } catch (WrongUsage e) {
            surroundings.err().println("commerce: " + e.getMessage());
            return WRONG_USAGE;
        }
    }
}
