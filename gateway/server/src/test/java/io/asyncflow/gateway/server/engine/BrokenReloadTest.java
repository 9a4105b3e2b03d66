package io.asyncflow.gateway.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** What is left standing when something fails that was not expected to. */
class BrokenReloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Breaking record = new Breaking();
    private final ServedGraph served = new ServedGraph(RunningGateway.OPEN, record);

    BrokenReloadTest() {
        served.take(Supergraphs.FIRST, "first");
    }

    @Test
    void refusesWhatNobodyExpected() {
        var impossible = new EngineSettings(
                true, true, true, true, _ -> true, -1, 100, Set.of(), OperationLimitSettings.DEFAULT);
        var failing = new ServedGraph(impossible, record);

        failing.take(Supergraphs.FIRST, "again");
        failing.confirm("again");

        assertThat(record.words).containsExactly("served first", "refused again", "refused again");
        assertThat(failing.isReady()).isFalse();
    }

    @Test
    void servesASupergraphForWhichAnOperationCannotBeMadeReady() {
        answer("{ product { name } }");
        record.breaks = "planned";

        served.take(Supergraphs.SECOND, "second");

        assertThat(record.words).endsWith("served second");
    }

    @Test
    void retiresTheGraphFromBeforeWhateverComesOfTellingIt() {
        ServedGraph.Served before = Objects.requireNonNull(served.current());
        record.breaks = "served";

        assertThatIllegalStateException().isThrownBy(() -> served.take(Supergraphs.SECOND, "second"));

        before.retired().block(PATIENCE);
        assertThat(record.words).doesNotContain("refused second");
        assertThat(served.current()).isNotSameAs(before);
    }

    private void answer(String query) {
        var gateway = new Gateway(served, new FakeSubgraphs(), RunningGateway.OPEN, Schedulers.boundedElastic());
        gateway.answer(RunningGateway.request(query), Caller.UNKNOWN).block(PATIENCE);
    }

    /** Fails when it is told a certain thing. */
    private static final class Breaking implements GraphRecord {

        private final List<String> words = new ArrayList<>();
        private String breaks = "";

        @Override
        public void served(Supergraph supergraph, String origin) {
            tell("served", origin);
        }

        @Override
        public void refused(String why, String origin) {
            tell("refused", origin);
        }

        @Override
        public void confirmed(String origin) {
            tell("confirmed", origin);
        }

        @Override
        public void planned(Plan plan, long nanos) {
            if (breaks.equals("planned")) {
                throw new IllegalStateException("planned");
            }
        }

        private void tell(String what, String origin) {
            words.add(what + " " + origin);
            if (breaks.equals(what)) {
                throw new IllegalStateException(what);
            }
        }
    }
}
