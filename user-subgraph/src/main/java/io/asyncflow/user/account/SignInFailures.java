package io.asyncflow.user.account;

import io.asyncflow.user.network.ClientAddress;
import io.asyncflow.user.network.NetworkLimit;
import io.asyncflow.user.session.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Attempts to sign in that have not succeeded, in PostgreSQL. An attempt is counted as a failure before it is made, so
 * that a thousand at the same moment are not more than one after the other; one that succeeds is taken back.
 */
@Component
class SignInFailures {

    private static final String EVERYWHERE = "";
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final DatabaseClient database;
    private final SignInProperties properties;
    private final Clock clock;

    SignInFailures(DatabaseClient database, SignInProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether an attempt may be made. One that its own network's lock refuses does not count for everybody else. */
    Mono<Boolean> begin(EmailAddress email, ClientAddress client) {
        return count(email, client.network(), properties.failuresPerNetwork())
                .flatMap(open -> open ? countForSite(email, client) : Mono.just(false))
                .flatMap(open -> open ? count(email, EVERYWHERE, properties.failures()) : Mono.just(false));
    }

    private Mono<Boolean> countForSite(EmailAddress email, ClientAddress client) {
        String site = client.site();
        return site == null
                ? Mono.just(true)
                : count(email, site, properties.failuresPerNetwork() * NetworkLimit.NETWORKS_OF_A_SITE);
    }

    /** The attempt has succeeded: its network starts anew. */
    Mono<Void> succeeded(EmailAddress email, ClientAddress client) {
        return takeBackElsewhere(email, client)
                .then(database.sql("delete from sign_in_failure where email_hash = :email and network = :network")
                        .bind("email", hash(email))
                        .bind("network", client.network())
                        .then());
    }

    /** The attempt has not been made. */
    Mono<Void> abandoned(EmailAddress email, ClientAddress client) {
        return takeBack(email, client.network()).then(takeBackElsewhere(email, client));
    }

    private Mono<Void> takeBackElsewhere(EmailAddress email, ClientAddress client) {
        String site = client.site();
        return takeBack(email, EVERYWHERE).then(site == null ? Mono.empty() : takeBack(email, site));
    }

    /** The owner has shown who they are in another way, and where: whoever guesses elsewhere stays locked out. */
    Mono<Void> forget(EmailAddress email, ClientAddress client) {
        var networks = Stream.of(EVERYWHERE, client.network(), client.site()).filter(Objects::nonNull);
        return database.sql("delete from sign_in_failure where email_hash = :email and network = any(:networks)")
                .bind("email", hash(email))
                .bind("networks", networks.toArray(String[]::new))
                .then();
    }

    Mono<Long> forgetOld() {
        return Mono.defer(() -> database.sql("""
                        delete from sign_in_failure
                        where since < :long and (locked_until is null or locked_until < :long)""")
                .bind("long", clock.instant().minus(FORGOTTEN_AFTER))
                .fetch()
                .rowsUpdated());
    }

    /** No row comes back from a lock. */
    private Mono<Boolean> count(EmailAddress email, String network, int most) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return database.sql("""
                            insert into sign_in_failure as known (email_hash, network, failures, since)
                            values (:email, :network, 1, :now)
                            on conflict (email_hash, network) do update
                            set failures = case when known.since > :window and known.locked_until is null
                                    then known.failures + 1 else 1 end,
                                since = case when known.since > :window and known.locked_until is null
                                    then known.since else :now end,
                                locked_until = case when known.since > :window and known.locked_until is null
                                        and known.failures + 1 >= :most
                                    then :now + make_interval(secs => least(:lock * power(2, known.locks), :longest))
                                    end,
                                locks = case when known.since > :window and known.locked_until is null
                                        and known.failures + 1 >= :most
                                    then least(known.locks + 1, 30)
                                    when known.since < :forgotten then 0 else known.locks end
                            where known.locked_until is null or known.locked_until <= :now
                            returning failures""".replace(":now", "cast(:now as timestamptz)"))
                    .bind("email", hash(email))
                    .bind("network", network)
                    .bind("now", now)
                    .bind("window", now.minus(properties.window()))
                    .bind("forgotten", now.minus(FORGOTTEN_AFTER))
                    .bind("most", most)
                    .bind("lock", (double) properties.lock().toSeconds())
                    .bind("longest", (double) properties.longestLock().toSeconds())
                    .fetch()
                    .one()
                    .hasElement();
        });
    }

    private Mono<Void> takeBack(EmailAddress email, String network) {
        return database.sql("""
                        update sign_in_failure
                        set failures = greatest(failures - 1, 0),
                            locks = case when locked_until is null then locks else greatest(locks - 1, 0) end,
                            locked_until = null
                        where email_hash = :email and network = :network""")
                .bind("email", hash(email))
                .bind("network", network)
                .then();
    }

    private static byte[] hash(EmailAddress email) {
        return new Secret(email.text()).hash();
    }
}
