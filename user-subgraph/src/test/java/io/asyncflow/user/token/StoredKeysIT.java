package io.asyncflow.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.asyncflow.user.RunningSubgraph;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@RunningSubgraph
class StoredSigningKeyIT {

    @Autowired
    private DatabaseClient database;

    @Autowired
    private SigningKey running;

    /** The running subgraph has read its key and keeps it; its row comes back when the test is over. */
    @BeforeEach
    void forget() {
        StepVerifier.create(running.get()).expectNextCount(1).verifyComplete();
        execute("alter table signing_key rename to kept");
        execute("create table signing_key (like kept including all)");
    }

    @AfterEach
    void restore() {
        execute("drop table signing_key");
        execute("alter table kept rename to signing_key");
    }

    @Test
    void isOneForAllReplicasThatStartTogether() {
        var replicas = Flux.range(0, 16)
                .flatMap(_ -> replica().get().subscribeOn(Schedulers.boundedElastic()), 16)
                .map(ECKey::toJSONString)
                .collectList();
        StepVerifier.create(replicas)
                .assertNext(keys -> assertThat(keys).hasSize(16).containsOnly(keys.getFirst()))
                .verifyComplete();
    }

    @Test
    void outlivesItsReplica() {
        var first = replica().get().map(ECKey::toJSONString);
        var second = replica().get().map(ECKey::toJSONString);
        StepVerifier.create(Mono.zip(first, second))
                .assertNext(keys -> assertThat(keys.getT2()).isEqualTo(keys.getT1()))
                .verifyComplete();
    }

    @Test
    void isReadOnce() {
        var replica = replica();
        StepVerifier.create(replica.get()).expectNextCount(1).verifyComplete();
        execute("delete from signing_key");
        StepVerifier.create(replica.get()).expectNextCount(1).verifyComplete();
        StepVerifier.create(database.sql("select count(*) from signing_key")
                        .mapValue(Long.class)
                        .one())
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void isReadAgainAfterAFailure() {
        var replica = replica();
        execute("alter table signing_key rename to away");
        StepVerifier.create(replica.get()).verifyError();
        execute("alter table away rename to signing_key");
        StepVerifier.create(replica.get()).expectNextCount(1).verifyComplete();
    }

    private void execute(String sql) {
        StepVerifier.create(database.sql(sql).then()).verifyComplete();
    }

    private SigningKey replica() {
        return new StoredSigningKey(database, Clock.systemUTC());
    }
}
