package io.asyncflow.user.consent;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody has allowed and refused. */
@Component
class DecisionData implements PersonalData {

    private final DatabaseClient database;

    DecisionData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "permissions";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return database.sql("""
                        select purpose, granted, version, at
                        from consent_decision
                        where user_id = :user
                        order by position""")
                .bind("user", user.uuid())
                .map(row -> Map.<String, Object>of(
                        "purpose", required(row, "purpose", String.class),
                        "granted", required(row, "granted", Boolean.class),
                        "version", required(row, "version", String.class),
                        "at", required(row, "at", Instant.class).toString()))
                .all()
                .collectList()
                .map(all -> Map.of("decisions", all));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return database.sql("delete from consent_decision where user_id = :user")
                .bind("user", user.uuid())
                .then();
    }
}
