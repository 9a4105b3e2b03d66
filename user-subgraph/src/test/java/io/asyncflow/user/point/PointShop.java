package io.asyncflow.user.point;

import static io.asyncflow.support.rows.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Accounts to try points on, and what must hold for each of them at any time. */
record PointShop(DatabaseClient database) {

    /** What the database says of an account, counted in three ways. */
    record Sums(long balance, long ofEntries, long inPockets, long held, long ofHolds, long inHolds) {}

    UserId account() {
        UUID id = Uuid7.next(Clock.systemUTC());
        StepVerifier.create(database.sql("""
                                insert into account (id, email, display_name, password_hash, roles, created_at)
                                values (:id, :email, 'Somebody', '$argon2id$', '{CUSTOMER}', now())""")
                        .bind("id", id)
                        .bind("email", id + "@example.com")
                        .fetch()
                        .rowsUpdated())
                .expectNext(1L)
                .verifyComplete();
        return new UserId(id);
    }

    /** As its owner does. */
    void close(UserId user) {
        StepVerifier.create(database.sql("update account set closed_at = now() where id = :id")
                        .bind("id", user.uuid())
                        .fetch()
                        .rowsUpdated())
                .expectNext(1L)
                .verifyComplete();
    }

    void assertAddsUp(UserId user) {
        StepVerifier.create(sums(user))
                .assertNext(sums -> assertThat(sums)
                        .returns(sums.balance(), Sums::ofEntries)
                        .returns(sums.balance(), Sums::inPockets)
                        .returns(sums.held(), Sums::ofHolds)
                        .returns(sums.held(), Sums::inHolds))
                .verifyComplete();
    }

    private Mono<Sums> sums(UserId user) {
        return database.sql("""
                        select balance, held,
                          (select coalesce(sum(delta), 0)::bigint from point_entry e where e.user_id = a.user_id) as e,
                          (select coalesce(sum(e.held), 0)::bigint from point_entry e where e.user_id = a.user_id) as eh,
                          (select coalesce(sum(points), 0)::bigint from point_pocket p where p.user_id = a.user_id) as p,
                          (select coalesce(sum(points), 0)::bigint from point_pocket p
                            where p.user_id = a.user_id and hold_id is not null) as ph
                        from point_account a
                        where user_id = :user""")
                .bind("user", user.uuid())
                .map(row -> new Sums(
                        required(row, "balance", Long.class),
                        required(row, "e", Long.class),
                        required(row, "p", Long.class),
                        required(row, "held", Long.class),
                        required(row, "eh", Long.class),
                        required(row, "ph", Long.class)))
                .one();
    }
}
