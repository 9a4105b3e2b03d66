package io.asyncflow.user.oauth;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an owner has let other programs do. */
@Component
class ConsentData implements PersonalData {

    private final DatabaseClient database;

    ConsentData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "consents";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return database.sql("""
                        select c.name, o.scopes, o.granted_at
                          from oauth_consent o
                          join oauth_client c on c.id = o.client_id
                         where o.user_id = :user
                         order by o.granted_at, c.id""")
                .bind("user", user.uuid())
                .map(row -> Map.<String, Object>of(
                        "program", required(row, "name", String.class),
                        "scopes", List.of(required(row, "scopes", String[].class)),
                        "grantedAt", required(row, "granted_at", Instant.class).toString()))
                .all()
                .collectList()
                .map(programs -> Map.of("programs", programs));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return database.sql("""
                        with codes as (delete from oauth_code where user_id = :user)
                        delete from oauth_consent where user_id = :user""").bind("user", user.uuid()).then();
    }
}
