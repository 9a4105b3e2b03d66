package io.asyncflow.user.oauth;

import io.asyncflow.support.identity.UserId;
import java.time.Clock;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What owners have let clients do. */
@Component
public class Consents {

    private final DatabaseClient database;
    private final Clock clock;

    Consents(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the owner has consented to all of it before. */
    public Mono<Boolean> cover(UserId user, Client client, Set<String> scopes) {
        return database.sql("""
                        select exists (
                            select 1
                              from oauth_consent
                             where user_id = :user and client_id = :client and scopes @> :scopes)""")
                .bind("user", user.uuid())
                .bind("client", client.id())
                .bind("scopes", scopes.toArray(String[]::new))
                .mapValue(Boolean.class)
                .one();
    }

    public Mono<Void> remember(UserId user, Client client, Set<String> scopes) {
        return database.sql("""
                        insert into oauth_consent as known (user_id, client_id, scopes, granted_at)
                        values (:user, :client, :scopes, :now)
                        on conflict (user_id, client_id) do update
                           set scopes = (
                                   select array_agg(distinct scope order by scope)
                                     from unnest(known.scopes || excluded.scopes) as scope),
                               granted_at = excluded.granted_at""")
                .bind("user", user.uuid())
                .bind("client", client.id())
                .bind("scopes", scopes.stream().sorted().toArray(String[]::new))
                .bind("now", clock.instant())
                .then();
    }
}
