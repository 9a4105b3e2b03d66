package io.asyncflow.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Runs the scripts that drive Chromium. Where Node, its packages or Chromium are missing, the test is reported as
 * skipped, with the reason.
 */
public final class Browser {

    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final Path PICTURES = Path.of("target/browser");
    private static final int SKIPPED = 77;

    private Browser() {}

    /**
     * Does with the page what people do with it.
     *
     * @param cases the file that says what to ask this gateway
     */
    public static void usesGraphiql(String address, String cases) {
        // Packages are fetched only for a browser that is there.
        tried(List.of("node", "chromium.mjs"));
        fetchPackages();
        String pictures = PICTURES.toAbsolutePath().toString();
        tried(List.of("node", "graphiql.mjs", address, cases, pictures));
    }

    private static void tried(List<String> command) {
        Run run = run(command);
        if (run.exitCode() == SKIPPED) {
            throw new TestAbortedException(run.output());
        }
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    /** The tests of what the page is made of, as far as it needs no browser. */
    public static void testsModules() {
        Run run = run(List.of("node", "--test", "modules"));
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static void fetchPackages() {
        if (Files.isDirectory(SCRIPTS.resolve("node_modules/playwright-core"))) {
            return;
        }
        Run install = run(List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"));
        if (install.exitCode() != 0) {
            throw new TestAbortedException("npm cannot fetch the packages: " + install.output());
        }
    }

    private static Run run(List<String> command) {
        try {
            Files.createDirectories(PICTURES);
            Path log = Files.createTempFile(PICTURES, "run", ".log");
            var process = new ProcessBuilder(onPath(command))
                    .directory(SCRIPTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(6, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("It takes too long: " + Files.readString(log));
            }
            return new Run(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> onPath(List<String> command) {
        String program = command.getFirst();
        String path = System.getenv().getOrDefault("PATH", "");
        if (Stream.of(path.split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw new TestAbortedException("There is no " + program + " on the path.");
        }
        return command;
    }

    private record Run(int exitCode, String output) {}
}
