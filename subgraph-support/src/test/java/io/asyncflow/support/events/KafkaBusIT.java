package io.asyncflow.support.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.kafka.KafkaServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.test.StepVerifier;

class KafkaBusIT {

    private static final int PORT = Ports.anyFree();

    @TempDir
    private static Path folder;

    private static KafkaServer server;

    @BeforeAll
    static void start() {
        server = KafkaServer.keeping(folder, PORT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static final class Servers implements BusServers {

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "asyncflow.events.bus",
                    "kafka",
                    "asyncflow.events.kafka.bootstrap-servers",
                    server.bootstrapServers());
        }

        @Override
        public void restart() {
            server.kill();
            start();
        }

        @Override
        public long pid() {
            return server.pid();
        }
    }

    @Nested
    class Outage extends OutageContract {

        @Override
        protected BusServers servers() {
            return new Servers();
        }
    }

    @Nested
    class Delivery extends DeliveryContract {

        @Override
        protected BusServers servers() {
            return new Servers();
        }

        /** What the client lets pass. */
        @Test
        void keepsNothingBehindAnEventThatTheBrokerRefuses() throws Exception {
            make(Map.of("max.message.bytes", "10000"));
            assertNothingIsKeptBehindAnEventOf(100_000);
        }

        @Test
        void refusesAnEventThatNoRequestCanCarry() {
            assertNothingIsKeptBehindAnEventOf(2_000_000);
        }

        private void assertNothingIsKeptBehindAnEventOf(int length) {
            var first = event("key", 1, "");
            var behind = event("key", 3, "");
            join("one");
            StepVerifier.create(bus().publish(List.of(first, event("key", 2, "x".repeat(length)), behind)))
                    .verifyError(RecordTooLargeException.class);
            var later = event("key", 4, "");
            StepVerifier.create(bus().publish(List.of(later))).verifyComplete();

            await().untilAsserted(() -> assertThat(deliveries().firsts()).contains(later));
            assertThat(deliveries().firsts()).doesNotContain(behind);
        }

        /** Without it, a new leader that lacks records would be read on from where they ended. */
        @Test
        void commitsTheLeadersEpoch() throws Exception {
            join("one");
            publish(event("key", 1, ""));
            await().untilAsserted(() -> assertThat(lag("group")).isZero());
            await().untilAsserted(() -> assertThat(deliveries().count()).isEqualTo(1));
            try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
                assertThat(admin.listConsumerGroupOffsets("asyncflow.group")
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .entrySet())
                        .filteredOn(place -> place.getKey().topic().equals("asyncflow." + topic()))
                        .isNotEmpty()
                        .allSatisfy(place ->
                                assertThat(place.getValue().leaderEpoch()).isPresent());
            }
        }

        @Test
        @ExtendWith(OutputCaptureExtension.class)
        void warnsOfATopicThatKeepsEventsForTooShort(CapturedOutput output) throws Exception {
            make(Map.of("retention.ms", "3600000"));
            publish(event("key", 1, ""));
            assertThat(output)
                    .contains("asyncflow." + topic() + " may drop events that nobody has taken: retention.ms=3600000");
        }

        @Test
        @ExtendWith(OutputCaptureExtension.class)
        void doesNotWarnOfATopicThatItMadeItself(CapturedOutput output) {
            publish(event("key", 1, ""));
            StepVerifier.create(another().publish(List.of(event("key", 2, "")))).verifyComplete();
            assertThat(output).contains("Made the topic asyncflow." + topic()).doesNotContain("may drop events");
        }

        private void make(Map<String, String> settings) throws Exception {
            try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("asyncflow." + topic(), Optional.of(1), Optional.empty())
                                .configs(settings)))
                        .all()
                        .get();
            }
        }

        /** Somebody else's record. */
        @Test
        void passesOverWhatIsNoEvent() throws Exception {
            publish(event("key", 1, ""));
            try (var producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", server.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                producer.send(new ProducerRecord<>("asyncflow." + topic(), "key", "?"))
                        .get();
            }
            publish(event("key", 2, ""));
            join("one");

            await().untilAsserted(() -> assertThat(deliveries().count()).isEqualTo(2));
            await().untilAsserted(() -> assertThat(lag("group")).isZero());
        }
    }
}
