package io.asyncflow.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.embedded.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    @TempDir
    private Path folder;

    @Test
    void keepsItsTopicsWhenItIsKilledAndStartedAnew() throws Exception {
        int port = Ports.anyFree();
        try (var server = KafkaServer.keeping(folder, port);
                var admin = admin(server)) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(3), Optional.empty())))
                    .all()
                    .get();
            server.kill();
        }
        try (var server = KafkaServer.keeping(folder, port);
                var admin = admin(server)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void leavesNothingBehindWhenThrownAway() throws Exception {
        var server = KafkaServer.throwaway();
        server.close();

        assertThat(Ports.isFree(server.port())).isTrue();
    }

    private static Admin admin(KafkaServer server) {
        return Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()));
    }
}
