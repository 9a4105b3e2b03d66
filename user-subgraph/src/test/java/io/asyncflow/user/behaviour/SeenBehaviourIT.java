package io.asyncflow.user.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.RunningSubgraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@RunningSubgraph
@FreshDatabase
class SeenBehaviourIT {

    @Autowired
    private SeenBehaviour seen;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private StatementCounter statements;

    @BeforeEach
    void forgetAll() {
        StepVerifier.create(database.sql("delete from behaviour_seen").then()).verifyComplete();
    }

    @Test
    void isForgottenAfterTwoDaysInBatches() {
        remember(2 * SeenBehaviour.BATCH + 1, "2 days 1 minute");
        remember(3, "1 day");
        statements.reset();
        StepVerifier.create(seen.forgetOld()).verifyComplete();
        assertThat(remembered()).isEqualTo(3);
        assertThat(statements.statements())
                .filteredOn(sql -> sql.startsWith("delete from behaviour_seen"))
                .hasSize(3);
    }

    @Test
    void isForgottenBySeveralReplicasTogether() {
        remember(10 * SeenBehaviour.BATCH, "3 days");
        StepVerifier.create(Flux.range(0, 4).flatMap(_ -> seen.forgetOld(), 4)).verifyComplete();
        StepVerifier.create(seen.forgetOld()).verifyComplete();
        assertThat(remembered()).isEqualTo(0);
    }

    private void remember(int events, String age) {
        StepVerifier.create(database.sql("""
                                insert into behaviour_seen (actor, event_id, seen_at)
                                select 'visitor_' || i % 7, gen_random_uuid(), now() - cast(:age as interval)
                                from generate_series(1, :events) as i""")
                        .bind("events", events)
                        .bind("age", age)
                        .then())
                .verifyComplete();
    }

    private long remembered() {
        return database.sql("select count(*) from behaviour_seen")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
