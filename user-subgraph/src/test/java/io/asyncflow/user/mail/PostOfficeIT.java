package io.asyncflow.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Post offices are replicas; the running subgraph's own opens once a day. */
@RunningSubgraph
@FreshDatabase
@TestPropertySource(properties = "asyncflow.user.mail.poll=1d")
class PostOfficeIT {

    private static final LetterWriter PLAIN = letter -> Mono.just(
            new Mail(letter.id(), letter.recipient(), "Hello", letter.occasion().name()));

    @Autowired
    private Letters letters;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RateLimits limits;

    @Autowired
    private MailProperties properties;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private MovableClock clock;

    private final List<UUID> arrived = new CopyOnWriteArrayList<>();
    private final Mailbox mailbox = mail -> Mono.fromRunnable(() -> arrived.add(mail.id()));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void empty() {
        StepVerifier.create(database.sql("delete from letter").then()).verifyComplete();
    }

    @Test
    void sendsEachLetterOnceHoweverManyReplicasThereAre() {
        order(60);
        var replicas = Stream.generate(() -> office(PLAIN, mailbox)).limit(4).toList();
        StepVerifier.create(Flux.range(0, 5)
                        .concatMap(_ -> Flux.fromIterable(replicas).flatMap(PostOffice::round, 4)))
                .verifyComplete();
        assertThat(arrived).hasSize(60).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void triesAgainLaterAndLater() {
        order(1);
        var broken = office(PLAIN, _ -> Mono.error(new IllegalStateException("no connection")));
        round(broken);
        assertThat(waiting()).isEqualTo(1);
        round(office(PLAIN, mailbox));
        assertThat(arrived).isEmpty();
        clock.putForward(Duration.ofSeconds(31));
        round(broken);
        clock.putForward(Duration.ofSeconds(31 + 45));
        round(office(PLAIN, mailbox));
        assertThat(arrived).isEmpty();
        clock.putForward(Duration.ofSeconds(31 + 61));
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(1);
        assertThat(metrics.counter("asyncflow.user.letters", "outcome", "failed")
                        .count())
                .isEqualTo(2);
    }

    /** A replica that has claimed a letter and dies never says so. */
    @Test
    void sendsWhatAReplicaHasLeftBehindThatDied() {
        order(1);
        StepVerifier.create(letters.claim(1, Duration.ofMinutes(4)))
                .expectNextCount(1)
                .verifyComplete();
        clock.putForward(Duration.ofMinutes(3));
        round(office(PLAIN, mailbox));
        assertThat(arrived).isEmpty();
        clock.putForward(Duration.ofMinutes(5));
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(1);
    }

    /** Each step of sending a letter may take the timeout of ten seconds; what waits for its turn is nobody's. */
    @Test
    void leavesToASlowReplicaWhatItIsSendingAndNothingElse() {
        order(12);
        var slow = Sinks.<Void>empty();
        var sending = office(PLAIN, mail -> mailbox.drop(mail).then(slow.asMono()))
                .round()
                .toFuture();
        await().until(() -> arrived.size() == 4);
        clock.putForward(Duration.ofSeconds(200));
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(12).doesNotHaveDuplicates();
        slow.tryEmitEmpty().orThrow();
        StepVerifier.create(Mono.fromFuture(sending)).verifyComplete();
        assertThat(arrived).hasSize(12);
        assertThat(waiting()).isZero();
    }

    @Test
    void forgetsWhatIsUselessByNow() {
        order(1);
        clock.putForward(Duration.ofHours(2));
        round(office(PLAIN, mailbox));
        assertThat(arrived).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void sendsNothingWhenThereIsNothingToTell() {
        order(1);
        round(office(_ -> Mono.empty(), mailbox));
        assertThat(arrived).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void isNotOrderedByATransactionThatFails() {
        StepVerifier.create(order(Visitor.anyEmail())
                        .then(Mono.error(new IllegalStateException("rolled back")))
                        .as(transactions::transactional))
                .verifyError();
        assertThat(waiting()).isZero();
    }

    @Test
    void buriesNobodyInMail() {
        String reader = Visitor.anyEmail();
        order(15, Occasion.PASSWORD_RESET, reader);
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(10);
        assertThat(waiting()).isZero();
    }

    @Test
    void holdsNoKindBackForAnother() {
        String reader = Visitor.anyEmail();
        order(15, Occasion.PASSWORD_RESET, reader);
        round(office(PLAIN, mailbox));
        arrived.clear();
        order(1, Occasion.REGISTRATION, reader);
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(1);
    }

    @Test
    void putsOffWhatTheReaderHasAskedFor() {
        String reader = Visitor.anyEmail();
        order(15, Occasion.BACK_IN_STOCK, reader);
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(10);
        assertThat(waiting()).isEqualTo(5);
        var anHourLater = limits.of("mail", new Limit(properties.mostPerHour(), Duration.ofHours(1)));
        StepVerifier.create(anHourLater.giveBack(Occasion.BACK_IN_STOCK + ":" + reader, 10))
                .verifyComplete();
        clock.putForward(Duration.ofSeconds(31));
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(15).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void holdsNoWarningBack() {
        String reader = Visitor.anyEmail();
        order(12, Occasion.PASSWORD_CHANGED, reader);
        round(office(PLAIN, mailbox));
        order(12, Occasion.ACCOUNT_CLOSED, reader);
        round(office(PLAIN, mailbox));
        assertThat(arrived).hasSize(24);
        assertThat(waiting()).isZero();
    }

    private PostOffice office(LetterWriter writer, Mailbox to) {
        return new PostOffice(letters, writer, to, limits, properties, metrics);
    }

    private static void round(PostOffice office) {
        StepVerifier.create(office.round()).verifyComplete();
    }

    private void order(int number) {
        StepVerifier.create(Flux.range(0, number).concatMap(_ -> order(Visitor.anyEmail())))
                .verifyComplete();
    }

    private void order(int number, Occasion occasion, String reader) {
        StepVerifier.create(Flux.range(0, number).concatMap(_ -> order(occasion, reader)))
                .verifyComplete();
    }

    private Mono<Void> order(String reader) {
        return order(Occasion.PASSWORD_CHANGED, reader);
    }

    private Mono<Void> order(Occasion occasion, String reader) {
        return letters.order(occasion, reader, Language.EN, Uuid7.next(Clock.systemUTC()), Duration.ofHours(1));
    }

    private long waiting() {
        return database.sql("select count(*) from letter")
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
