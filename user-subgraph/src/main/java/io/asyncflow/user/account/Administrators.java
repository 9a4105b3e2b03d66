package io.asyncflow.user.account;

import io.asyncflow.support.identity.UserId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Those who can change everything, of whom the shop keeps one at least. */
@Component
public class Administrators {

    private final DatabaseClient database;

    Administrators(DatabaseClient database) {
        this.database = database;
    }

    /**
     * One change of who they are at a time, until the caller's transaction ends: two must not remove each other at the
     * same moment.
     */
    public Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock(hashtext('role_change'))")
                .then();
    }

    /** Whether nobody would be left without that account. */
    public Mono<Boolean> isLast(UserId user) {
        return database.sql("""
                        select coalesce(bool_and(id = :id), false)
                          from account
                         where 'ADMIN' = any (roles) and closed_at is null""").bind("id", user.uuid()).mapValue(Boolean.class).one();
    }
}
