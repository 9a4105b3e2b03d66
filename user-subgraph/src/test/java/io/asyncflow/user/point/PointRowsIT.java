package io.asyncflow.user.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.point.PointOutcome.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What points leave behind in the database, and what the database itself refuses. */
@RunningSubgraph
class PointRowsIT {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Points points;

    @Autowired
    private MovableClock clock;

    @Autowired
    private DatabaseClient database;

    private PointShop shop;
    private UserId user;

    @BeforeEach
    void open() {
        shop = new PointShop(database);
        user = shop.account();
    }

    @Test
    void leaveNothingToReadOfWhatWasSpentOrHasExpired() {
        for (int i = 0; i < 10; i++) {
            earn(5, i < 5 ? in(HOUR) : null);
        }
        done(points.spend(request("some", 12)));
        assertThat(lots()).isEqualTo(8);
        clock.putForward(HOUR.multipliedBy(2));
        done(points.spend(request("more", 12)));
        assertThat(lots()).isEqualTo(3);
    }

    /** A row that is only locked counts as touched. */
    @Test
    void touchOnlyTheLotsThatChange() {
        for (int i = 0; i < 20; i++) {
            earn(5, null);
        }
        done(points.spend(request("some", 3)));
        done(points.hold(request("hold", 1), in(HOUR)));
        assertThat(lots()).isEqualTo(21);
        assertThat(count("select count(*) from point_pocket where user_id = :user and xmax::text <> '0'"))
                .isEqualTo(1);
    }

    /** The database's own net, for the day when the code's has a hole. */
    @Test
    void cannotBeOverdrawnOrRewrittenInTheDatabase() {
        earn(10, null);
        String owner = "'" + user.uuid() + "'";
        assertRefusedByDatabase("""
                insert into point_entry (id, user_id, kind, delta, held, reason, at)
                values (gen_random_uuid(), %s, 'SPEND', -11, 0, 'hole', now())""".formatted(owner), "violates check constraint");
        for (String change : List.of(
                "update point_entry set delta = 11 where user_id = " + owner,
                "delete from point_entry where user_id = " + owner,
                "truncate point_entry cascade",
                "truncate point_account cascade")) {
            assertRefusedByDatabase(change, "entries of points are never changed");
        }
        shop.assertAddsUp(user);
        assertThat(count("select balance from point_account where user_id = :user"))
                .isEqualTo(10);
    }

    private void assertRefusedByDatabase(String sql, String why) {
        StepVerifier.create(database.sql(sql).then())
                .verifyErrorSatisfies(refused -> assertThat(refused).hasStackTraceContaining(why));
    }

    private void earn(long count, @Nullable Instant expiresAt) {
        done(points.earn(request(Uuid7.next(clock).toString(), count), expiresAt));
    }

    private PointRequest request(String key, long count) {
        return new PointRequest(user, key, count, "test", null);
    }

    private static Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }

    private static void done(Mono<PointOutcome> command) {
        StepVerifier.create(command)
                .assertNext(outcome -> assertThat(outcome).isInstanceOf(Done.class))
                .verifyComplete();
    }

    private long lots() {
        return count("select count(*) from point_pocket where user_id = :user");
    }

    private long count(String sql) {
        return database.sql(sql)
                .bind("user", user.uuid())
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
