package io.asyncflow.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.asyncflow.testing.StatementCounter;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@RunningSubgraph
class StoredKeysIT {

    private static final KeyProperties ROTATION = new KeyProperties(Duration.ofDays(30), Duration.ofHours(1));
    private static final Duration AFTERWARDS = Duration.ofMinutes(16);

    @Autowired
    private DatabaseClient database;

    @Autowired
    private StatementCounter statements;

    private final MovableClock clock = new MovableClock();

    @Autowired
    private IssuerKeys running;

    /** The running subgraph has read its key and keeps it; its row comes back when the test is over. */
    @BeforeEach
    void forget() {
        StepVerifier.create(running.get()).expectNextCount(1).verifyComplete();
        execute("alter table token_key rename to kept");
        execute("create table token_key (like kept including all)");
    }

    @AfterEach
    void restore() {
        execute("drop table token_key");
        execute("alter table kept rename to token_key");
    }

    @Test
    void startWithOneForAllReplicasThatStartTogether() {
        assertThat(signingEverywhere(replicas())).hasSize(1);
    }

    @Test
    void outliveTheirReplica() {
        assertThat(signing(replica())).isEqualTo(signing(replica()));
    }

    @Test
    void areReadOnceInAWhile() {
        var replica = replica();
        signing(replica);
        statements.reset();
        signing(replica);
        published(replica);
        assertThat(statements.statements()).isEmpty();
    }

    @Test
    void areReadOnceForAStormOfUnknownNames() {
        var replica = replica();
        clock.putForward(Duration.ofMinutes(1));
        statements.reset();
        StepVerifier.create(Flux.range(0, 100).flatMap(_ -> replica.refreshed(), 100))
                .expectNextCount(100)
                .verifyComplete();
        assertThat(statements.statements()).hasSizeLessThan(10);
        statements.reset();
        StepVerifier.create(replica.refreshed()).expectNextCount(1).verifyComplete();
        assertThat(statements.statements()).isEmpty();
    }

    @Test
    void areReadAgainAfterAFailure() {
        var replica = replica();
        execute("alter table token_key rename to away");
        StepVerifier.create(replica.get()).verifyError();
        execute("alter table away rename to token_key");
        assertThat(signing(replica)).isNotNull();
    }

    @Test
    void serveOnWhileTheDatabaseIsAway() {
        var replica = replica();
        ECKey key = signing(replica);
        clock.putForward(Duration.ofHours(2));
        execute("alter table token_key rename to away");
        assertThat(signing(replica)).isEqualTo(key);
        assertThat(published(replica)).containsExactly(key.getKeyID());
        execute("alter table away rename to token_key");
    }

    @Test
    void followEachOtherWithOverlap() {
        var replica = replica();
        ECKey first = signing(replica);
        clock.putForward(Duration.ofDays(30).minusMinutes(59));
        assertThat(published(replica)).hasSize(2).startsWith(first.getKeyID());
        assertThat(signing(replica)).isEqualTo(first);
        clock.putForward(Duration.ofDays(30).plusMinutes(2));
        ECKey second = signing(replica);
        assertThat(second).isNotEqualTo(first);
        assertThat(published(replica)).containsExactly(first.getKeyID(), second.getKeyID());
        clock.putForward(Duration.ofDays(30).plusMinutes(30));
        assertThat(published(replica)).containsExactly(second.getKeyID());
    }

    @Test
    void areRotatedOnceByManyReplicas() {
        List<StoredKeys> replicas = replicas();
        signingEverywhere(replicas);
        clock.putForward(Duration.ofDays(31));
        signingEverywhere(replicas);
        clock.putForward(Duration.ofDays(31).plusHours(2));
        assertThat(signingEverywhere(replicas)).hasSize(1);
        assertThat(generations()).isEqualTo(2);
    }

    @Test
    void areDestroyedWhenNothingTheyHaveSignedIsGood() {
        var replica = replica();
        ECKey first = signing(replica);
        for (int month = 1; month <= 4; month++) {
            clock.putForward(Duration.ofDays(40L * month));
            signing(replica);
            clock.putForward(Duration.ofDays(40L * month).plusHours(2));
            signing(replica);
        }
        StepVerifier.create(database.sql("select count(*) from token_key where kid = :kid")
                        .bind("kid", first.getKeyID())
                        .mapValue(Long.class)
                        .one())
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void canBeRevokedAtOnce() {
        var replica = replica();
        var other = replica();
        ECKey stolen = signing(replica);
        signing(other);
        StepVerifier.create(replica.revoke(stolen.getKeyID()))
                .expectNext(Withdrawal.DONE)
                .verifyComplete();
        assertThat(published(replica)).hasSize(1).doesNotContain(stolen.getKeyID());
        assertThat(signing(replica)).isNotEqualTo(stolen);
        clock.putForward(StoredKeys.KEPT.plusSeconds(1));
        assertThat(signing(other)).isEqualTo(signing(replica));
        assertThat(published(other)).doesNotContain(stolen.getKeyID());
    }

    @Test
    void areReplacedByAFreshOneAndNotByTheOneBefore() {
        var replica = replica();
        ECKey first = signing(replica);
        clock.putForward(Duration.ofDays(31));
        signing(replica);
        clock.putForward(Duration.ofDays(31).plusHours(2));
        ECKey second = signing(replica);
        assertThat(second).isNotEqualTo(first);
        StepVerifier.create(replica.revoke(second.getKeyID()))
                .expectNext(Withdrawal.DONE)
                .verifyComplete();
        ECKey third = signing(replica);
        assertThat(third).isNotIn(first, second);
        assertThat(published(replica)).containsExactly(third.getKeyID());
        assertThat(generations()).isEqualTo(3);
    }

    @Test
    void revokingAnUnknownOneDoesNothing() {
        var replica = replica();
        ECKey key = signing(replica);
        StepVerifier.create(replica.revoke("' or true --"))
                .expectNext(Withdrawal.NO_SUCH_KEY)
                .verifyComplete();
        assertThat(signing(replica)).isEqualTo(key);
    }

    private List<StoredKeys> replicas() {
        return Flux.range(0, 16)
                .map(_ -> replica())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static List<String> signingEverywhere(List<StoredKeys> replicas) {
        return Flux.fromIterable(replicas)
                .flatMap(replica -> replica.get().subscribeOn(Schedulers.boundedElastic()), 16)
                .map(ECKey::toJSONString)
                .distinct()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static ECKey signing(StoredKeys keys) {
        return keys.get().blockOptional().orElseThrow();
    }

    private static List<String> published(StoredKeys keys) {
        return keys.current()
                .map(JWKSet::getKeys)
                .map(found -> found.stream().map(JWK::getKeyID).toList())
                .blockOptional()
                .orElseThrow();
    }

    private Long generations() {
        return database.sql("select count(*) from token_key")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void execute(String sql) {
        StepVerifier.create(database.sql(sql).then()).verifyComplete();
    }

    private StoredKeys replica() {
        return new StoredKeys(database, ROTATION, AFTERWARDS, clock);
    }
}
