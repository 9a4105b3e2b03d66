package io.asyncflow.allinone.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service in a process of its own. */
record RunningService(Process process, Map<String, String> environment, Path log) {

    /** As the Dockerfile lays it out: service.jar, its libraries beside it, that folder as working folder. */
    static RunningService start(
            Path folder, Path libraries, Module module, List<String> entrypoint, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(folder);
        Files.copy(jar(libraries, module), folder.resolve("service.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(folder.resolve("lib"));
        Files.createSymbolicLink(folder.resolve("lib"), libraries);
        var command = new ArrayList<>(entrypoint);
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", entrypoint.getFirst())
                        .toString());
        Path log = folder.resolve("log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        // Five of them on a developer's machine: less memory, faster start.
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        // A quiet start leaves the log empty, which proves little.
        builder.environment().put("ASYNCFLOW_LOG_LEVELS", "org.flywaydb=info");
        return new RunningService(builder.start(), environment, log);
    }

    private static Path jar(Path libraries, Module module) throws IOException {
        try (var jars = Files.newDirectoryStream(libraries, module.artifact() + "-[0-9]*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("No jar of " + module.artifact() + " in " + libraries);
    }

    /** What the image's health check says, run as it is. */
    boolean isHealthy(Path script) {
        try {
            var check = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
            check.environment().putAll(environment);
            check.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return check.start().waitFor() == 0;
        } catch (IOException failure) {
            throw new IllegalStateException("Cannot run " + script, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As {@code docker stop} does it; whether it was gone in time. */
    boolean stop(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    String logged() {
        return Repository.read(log);
    }

    void kill() {
        process.destroyForcibly();
    }
}
