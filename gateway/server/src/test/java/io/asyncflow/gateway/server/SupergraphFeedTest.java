package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.EngineSettings;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.server.engine.OperationLimitSettings;
import io.asyncflow.gateway.server.engine.ServedGraph;
import io.asyncflow.gateway.server.source.Loaded;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** What a source brings is taken one by one, whatever came of the one before. */
class SupergraphFeedTest {

    private static final EngineSettings SETTINGS =
            new EngineSettings(true, true, true, true, _ -> true, 10, 10, Set.of(), OperationLimitSettings.DEFAULT);

    private final Sinks.Many<Loaded> source = Sinks.many().unicast().onBackpressureBuffer();
    private final Failing record = new Failing();
    private final SupergraphFeed feed = new SupergraphFeed(source::asFlux, new ServedGraph(SETTINGS, record));

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void goesOnAfterWhatNobodyExpected() throws InterruptedException {
        source.tryEmitNext(new Loaded.Failed("not there", "first"));
        source.tryEmitNext(new Loaded.Failed("not there", "second"));
        source.tryEmitNext(new Loaded.Unchanged("third"));

        feed.start();

        for (String word : new String[] {"refused first", "refused second", "confirmed third"}) {
            assertThat(record.words.poll(10, TimeUnit.SECONDS)).isEqualTo(word);
        }
    }

    /** Is told, and fails each time. */
    private static final class Failing implements GraphRecord {

        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void served(Supergraph supergraph, String origin) {
            fail("served " + origin);
        }

        @Override
        public void refused(String why, String origin) {
            fail("refused " + origin);
        }

        @Override
        public void confirmed(String origin) {
            fail("confirmed " + origin);
        }

        @Override
        public void planned(Plan plan, long nanos) {}

        private void fail(String word) {
            words.add(word);
            throw new IllegalStateException(word);
        }
    }
}
