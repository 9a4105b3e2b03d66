package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The account itself. */
@Component
class AccountData implements PersonalData {

    private final Accounts accounts;
    private final DatabaseClient database;

    AccountData(Accounts accounts, DatabaseClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId id) {
        return accounts.byId(id)
                .map(user -> Map.of(
                        "id", user.id().toString(),
                        "email", user.email().text(),
                        "emailVerified", user.emailVerified(),
                        "displayName", user.displayName().text(),
                        "language", user.language().name(),
                        "roles", user.roles().stream().map(Role::name).toList(),
                        "createdAt", user.createdAt().toString()));
    }

    /** What goes with the address; the account itself becomes anonymous at the end. */
    @Override
    public Mono<Void> erase(UserId id) {
        return accounts.byId(id)
                .flatMap(user -> database.sql("""
                        with letters as (
                            delete from letter where recipient = :email
                        ), registrations as (
                            delete from registration where email = :email
                        )
                        delete from account_token where account_id = :id""")
                        .bind("email", user.email().text())
                        .bind("id", id.uuid())
                        .then());
    }
}
