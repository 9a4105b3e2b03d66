package io.asyncflow.user.point;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.point.PointOutcome.Done;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Random commands, and hours that go by between them, against a model of single points. */
@RunningSubgraph
class PointsPropertiesIT {

    private static final int COMMANDS = 60;

    @Autowired
    private Points points;

    @Autowired
    private PointAccounts accounts;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void doWhatTheModelDoes(long seed) {
        var random = new Random(seed);
        var model = new PointModel();
        // No limit of time is closer than half an hour to a moment at which something is done.
        Instant start = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MICROS);
        var holds = new ArrayList<HoldId>();
        int hour = 0;
        for (int i = 0; i < COMMANDS; i++) {
            hour += random.nextInt(4) == 0 ? random.nextInt(5) : 0;
            clock.putForward(Duration.ofHours(hour));
            model.timeIs(start.plus(Duration.ofMinutes(30)).plus(Duration.ofHours(hour)));
            Instant limit = start.plus(Duration.ofHours(hour + 1 + random.nextInt(12)));
            var request = new PointRequest(user, "command " + i, 1 + random.nextInt(20), "random", null);
            int count = (int) request.points();
            int hold = holds.isEmpty() ? -1 : random.nextInt(holds.size());
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    model.earn(count, limit);
                    assertThat(done(points.earn(request, limit))).isTrue();
                }
                case 2 -> assertThat(done(points.spend(request))).isEqualTo(model.spend(count));
                case 3 -> {
                    boolean expected = model.hold(holds.size(), count, limit);
                    PointOutcome outcome = outcome(points.hold(request, limit));
                    assertThat(outcome instanceof Done).isEqualTo(expected);
                    if (outcome instanceof Done held) {
                        holds.add(held.hold());
                    }
                }
                case 4 -> {
                    if (hold >= 0) {
                        assertThat(done(points.capture(holds.get(hold)))).isEqualTo(model.capture(hold));
                    }
                }
                default -> {
                    if (hold >= 0) {
                        assertThat(done(points.release(holds.get(hold)))).isEqualTo(model.release(hold));
                    }
                }
            }
            assertThat(account())
                    .as("after command %d", i)
                    .returns(model.available(), PointAccount::available)
                    .returns(model.held(), PointAccount::held);
        }
        shop.assertAddsUp(user);
        StepVerifier.create(points.settle(user)).verifyComplete();
        assertThat(account().balance()).isEqualTo(model.available() + model.held());
        shop.assertAddsUp(user);
    }

    /** Whatever order the commands get, the account adds up and no point is in two places. */
    @Test
    void addUpAfterCommandsAtTheSameTime() {
        StepVerifier.create(points.earn(new PointRequest(user, "start", 200, "start", null), null))
                .expectNextCount(1)
                .verifyComplete();
        var random = new Random(42);
        Instant until = clock.instant().plus(Duration.ofHours(1));
        List<Mono<PointOutcome>> commands = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var request = new PointRequest(user, "command " + i, 1 + random.nextInt(40), "random", null);
            commands.add(
                    switch (random.nextInt(4)) {
                        case 0 -> points.earn(request, until);
                        case 1 -> points.spend(request);
                        case 2 -> points.hold(request, until).flatMap(held -> ended(held, points::capture));
                        default -> points.hold(request, until).flatMap(held -> ended(held, points::release));
                    });
        }
        StepVerifier.create(Flux.fromIterable(commands).flatMap(command -> command, 64))
                .expectNextCount(200)
                .verifyComplete();
        shop.assertAddsUp(user);
        assertThat(account().held()).isZero();
    }

    private static Mono<PointOutcome> ended(PointOutcome held, Function<HoldId, Mono<PointOutcome>> end) {
        return held instanceof Done done ? end.apply(done.hold()) : Mono.just(held);
    }

    private PointAccount account() {
        return Objects.requireNonNull(
                accounts.of(List.of(user)).blockOptional().orElseThrow().get(user));
    }

    private static boolean done(Mono<PointOutcome> command) {
        return outcome(command) instanceof Done;
    }

    private static PointOutcome outcome(Mono<PointOutcome> command) {
        return command.blockOptional().orElseThrow();
    }
}
