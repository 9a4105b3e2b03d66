package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.gateway.executor.SubgraphException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamReaderTest {

    private static final String STREAM = "\uFEFFevent: next\ndata: {\"a\":\n"
            + "data:1}\nid: 7\nretry\n: nothing\n\n\n:\n\nevent:complete\n\ndata: {\"ä\"}\n\nevent: torn off\n";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEventsWhereverTheStreamIsCut(String newline) {
        byte[] bytes = STREAM.replace("\n", newline).getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            EventStreamReader reader = new EventStreamReader(1000, new Faults("news"));
            List<ServerSentEvent> events = new ArrayList<>(reader.read(Arrays.copyOfRange(bytes, 0, cut)));
            events.addAll(reader.read(Arrays.copyOfRange(bytes, cut, bytes.length)));

            assertThat(events)
                    .extracting(event -> event.name() + "|" + event.data())
                    .containsExactly("next|{\"a\":\n1}", "complete|", "|{\"ä\"}");
        }
    }

    @Test
    void readsNoMoreOfALineOrAnEventThanItMay() {
        for (String endless : List.of("x", "data: x\n")) {
            EventStreamReader reader = new EventStreamReader(1000, new Faults("news"));

            assertThatExceptionOfType(SubgraphException.class)
                    .isThrownBy(() -> {
                        for (int i = 0; i < 2000; i++) {
                            reader.read(endless.getBytes(StandardCharsets.UTF_8));
                        }
                    })
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("SUBGRAPH_RESPONSE_TOO_LARGE"));
        }
    }
}
