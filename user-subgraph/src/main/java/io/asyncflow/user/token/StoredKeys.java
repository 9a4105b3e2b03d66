package io.asyncflow.user.token;

import static io.asyncflow.support.rows.Columns.required;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Keys that whichever replica comes first makes when they are due, and that the database keeps for all. Nobody need keep
 * time: a key becomes due by being asked for, and verifiers ask for keys every few minutes.
 */
final class StoredKeys implements IssuerKeys {

    /** How long a replica may not know of a key that another one has revoked. */
    static final Duration KEPT = Duration.ofSeconds(30);

    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);

    private record Read(KeyRing ring, Instant at) {}

    private final DatabaseClient database;
    private final KeyProperties properties;
    private final Duration afterwards;
    private final Clock clock;
    private final AtomicReference<@Nullable Read> known = new AtomicReference<>();
    private final Mono<KeyRing> oneRead;

    /** @param afterwards how long after its last signature a key is still published */
    StoredKeys(DatabaseClient database, KeyProperties properties, Duration afterwards, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.afterwards = afterwards;
        this.clock = clock;
        // One at a time, whoever waits for it; its outcome is not kept here.
        this.oneRead = Mono.defer(this::read).cache(_ -> Duration.ZERO, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<ECKey> get() {
        return ring(KEPT)
                .map(ring -> ring.signing(clock.instant()).orElseThrow().key());
    }

    @Override
    public Mono<JWKSet> current() {
        return ring(KEPT).map(this::published);
    }

    @Override
    public Mono<JWKSet> refreshed() {
        // A storm of tokens with made-up key ids is one query.
        return ring(SHORTEST_INTERVAL).map(this::published);
    }

    @Override
    public Mono<Withdrawal> revoke(String kid) {
        return database.sql("""
                        update token_key
                           set revoked_at = coalesce(revoked_at, :now)
                         where kid = :kid""")
                .bind("kid", kid)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .delayUntil(_ -> read())
                .map(rows -> rows == 1 ? Withdrawal.DONE : Withdrawal.NO_SUCH_KEY);
    }

    private JWKSet published(KeyRing ring) {
        return ring.published(clock.instant(), afterwards);
    }

    /** The keys as they were at most that long ago; older ones only while the database is away. */
    private Mono<KeyRing> ring(Duration age) {
        return Mono.defer(() -> {
            Read last = known.get();
            if (last == null || last.ring().signing(clock.instant()).isEmpty()) {
                return oneRead;
            }
            return last.at().plus(age).isAfter(clock.instant())
                    ? Mono.just(last.ring())
                    : oneRead.onErrorReturn(last.ring());
        });
    }

    private Mono<KeyRing> read() {
        return stored().flatMap(ring -> ring.nextSignsFrom(clock.instant(), properties)
                        .map(from -> offer(ring.latestGeneration() + 1, from).then(stored()))
                        .orElse(Mono.just(ring)))
                .doOnNext(ring -> known.set(new Read(ring, clock.instant())));
    }

    private Mono<KeyRing> stored() {
        return database.sql("""
                        select generation, jwk, signs_from, revoked_at
                          from token_key
                         order by generation desc
                         limit 10""").map(StoredKeys::key).all().collectList().map(KeyRing::new);
    }

    /** Does nothing when another replica was faster. Keys that sign nothing any more are destroyed on the way. */
    private Mono<Void> offer(int generation, Instant signsFrom) {
        ECKey fresh = Es256.generate();
        return database.sql("""
                        with next as (
                            insert into token_key (generation, kid, jwk, signs_from, created_at)
                            values (:generation, :kid, :jwk, :signsFrom, :now)
                            on conflict (generation) do nothing
                            returning generation)
                        delete from token_key using next where token_key.generation < next.generation - 2""")
                .bind("generation", generation)
                .bind("kid", fresh.getKeyID())
                .bind("jwk", fresh.toJSONString())
                .bind("signsFrom", signsFrom)
                .bind("now", clock.instant())
                .then();
    }

    private static StoredKey key(Readable row) {
        return new StoredKey(
                required(row, "generation", Integer.class),
                Es256.parse(required(row, "jwk", String.class)),
                required(row, "signs_from", Instant.class),
                row.get("revoked_at", Instant.class));
    }
}
