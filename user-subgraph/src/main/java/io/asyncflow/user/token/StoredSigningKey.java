package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A key made by whichever replica needs it first, and kept in the database for all. */
final class StoredSigningKey implements SigningKey {

    private final DatabaseClient database;
    private final Clock clock;
    private final Mono<ECKey> key;

    StoredSigningKey(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        // Read once; a failure is not kept.
        this.key = Mono.defer(this::read).cacheInvalidateIf(_ -> false);
    }

    @Override
    public Mono<ECKey> get() {
        return key;
    }

    private Mono<ECKey> read() {
        return stored().switchIfEmpty(Mono.defer(() -> offer(Es256.generate())).then(stored()))
                .map(Es256::parse);
    }

    private Mono<String> stored() {
        return database.sql("select jwk from signing_key where slot = 1")
                .mapValue(String.class)
                .one();
    }

    /** Does nothing when another replica was faster. */
    private Mono<Void> offer(ECKey fresh) {
        return database.sql("""
                        insert into signing_key (slot, jwk, created_at) values (1, :jwk, :now)
                        on conflict (slot) do nothing""")
                .bind("jwk", fresh.toJSONString())
                .bind("now", clock.instant())
                .then();
    }
}
