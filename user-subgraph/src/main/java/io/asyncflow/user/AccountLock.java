package io.asyncflow.user;

import io.asyncflow.support.errors.Unauthenticated;
import io.asyncflow.support.identity.UserId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets changes to what belongs to one account take turns, where a rule is about all of it. */
@Component
public class AccountLock {

    private final DatabaseClient database;

    AccountLock(DatabaseClient database) {
        this.database = database;
    }

    /** Until the transaction ends. An account that is gone, though its token is not, is refused like a bad token. */
    public Mono<Void> of(UserId user) {
        return database.sql("select id from account where id = :user and closed_at is null for no key update")
                .bind("user", user.uuid())
                .fetch()
                .first()
                .switchIfEmpty(Mono.error(() -> new Unauthenticated("Sign in again: the account is gone")))
                .then();
    }
}
