package io.asyncflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasWrittenAcrossRestarts() throws IOException {
        try (var server = RedisServer.keeping(folder, Ports.anyFree())) {
            assertThat(send(server, "SET note kept")).isEqualTo("+OK");
        }
        try (var server = RedisServer.keeping(folder, Ports.anyFree())) {
            assertThat(send(server, "STRLEN note")).isEqualTo(":4");
        }
    }

    @Test
    void takesOverTheFolderOfAServerWhoseStarterWasKilled() throws Exception {
        KilledStarter.runOn(folder);
        Path data = folder.resolve("redis");
        long orphan = Long.parseLong(Files.readString(data.resolve("redis.pid")).strip());
        assertThat(ProcessHandle.of(orphan)).as("the orphan").isPresent();

        try (var server = RedisServer.keeping(data, Ports.anyFree())) {
            assertThat(ProcessHandle.of(orphan)).as("the orphan").isEmpty();
            assertThat(send(server, "PING")).isEqualTo("+PONG");
        } finally {
            PostgresServer.stopLeftover(folder.resolve("postgres"));
        }
    }

    @Test
    void leavesNothingBehindWhenThrownAway() throws IOException {
        var before = folders();
        RedisServer.throwaway().close();

        assertThat(folders()).isEqualTo(before);
    }

    private static Set<Path> folders() throws IOException {
        try (var left = Files.list(Binaries.folder())) {
            return left.filter(path -> path.getFileName().toString().startsWith("redis-"))
                    .collect(Collectors.toSet());
        }
    }

    private static String send(RedisServer server, String command) throws IOException {
        try (var socket = new Socket("localhost", URI.create(server.url()).getPort());
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return in.readLine();
        }
    }
}
