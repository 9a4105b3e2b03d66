package io.asyncflow.user.mail;

import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.support.redis.Verdict.Allowed;
import io.asyncflow.support.redis.Verdict.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends letters, behind everything else. All replicas share the work; what fails is tried again later. */
final class PostOffice implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int AT_ONCE = 4;

    private final Letters letters;
    private final LetterWriter writer;
    private final Mailbox mailbox;
    private final RateLimit perReader;
    private final MailProperties properties;
    private final MeterRegistry metrics;
    private volatile @Nullable Disposable rounds;

    PostOffice(
            Letters letters,
            LetterWriter writer,
            Mailbox mailbox,
            RateLimits limits,
            MailProperties properties,
            MeterRegistry metrics) {
        this.letters = letters;
        this.writer = writer;
        this.mailbox = mailbox;
        this.perReader = limits.of("mail", new Limit(properties.mostPerHour(), Duration.ofHours(1)));
        this.properties = properties;
        this.metrics = metrics;
    }

    /** Sends what is due. A letter is claimed when it is its turn: none waits, claimed, behind a slow one. */
    Mono<Void> round() {
        return letters.claim(AT_ONCE, properties.smtp().longest())
                .flatMap(letter -> send(letter).thenReturn(letter), AT_ONCE)
                .count()
                .repeat()
                .takeWhile(claimed -> claimed > 0)
                .then(letters.dropUseless())
                .doOnNext(dropped -> count("given up", dropped))
                .then();
    }

    private Mono<Void> send(Letter letter) {
        return permitted(letter)
                .flatMap(verdict -> switch (verdict) {
                    case Allowed _ -> sent(letter).flatMap(outcome -> done(letter, outcome));
                    case Refused _ -> heldBack(letter);
                })
                .onErrorResume(failure -> {
                    LOG.warn(
                            "Letter {} could not be sent and will be tried again: {}", letter.id(), failure.toString());
                    count("failed", 1);
                    // Without a database the claim runs out by itself.
                    return letters.tryLater(letter).onErrorComplete();
                });
    }

    private Mono<Void> heldBack(Letter letter) {
        return letter.occasion().waits()
                ? letters.tryLater(letter).then(Mono.fromRunnable(() -> count("put off", 1)))
                : done(letter, "held back");
    }

    private Mono<Void> done(Letter letter, String outcome) {
        return letters.done(letter).then(Mono.fromRunnable(() -> count(outcome, 1)));
    }

    /** Each kind has permits of its own: who makes many letters of one kind holds no other back. */
    private Mono<Verdict> permitted(Letter letter) {
        return letter.occasion().warns() ? Mono.just(new Allowed()) : perReader.take(budget(letter), 1);
    }

    private Mono<Void> givenBack(Letter letter) {
        return letter.occasion().warns() ? Mono.empty() : perReader.giveBack(budget(letter), 1);
    }

    private static String budget(Letter letter) {
        return letter.occasion() + ":" + letter.recipient();
    }

    private Mono<String> sent(Letter letter) {
        return writer.write(letter)
                .flatMap(mail -> mailbox.drop(mail).thenReturn("sent"))
                .defaultIfEmpty("nothing to tell")
                .onErrorResume(failure -> givenBack(letter).then(Mono.error(failure)));
    }

    private void count(String outcome, long letters) {
        metrics.counter("asyncflow.user.letters", "outcome", outcome).increment(letters);
    }

    @Override
    public void start() {
        rounds = round().onErrorResume(failure -> {
                    LOG.warn("Letters could not be looked for: {}", failure.toString());
                    return Mono.empty();
                })
                .repeatWhen(ends -> Flux.from(ends).delayElements(properties.poll()))
                .contextCapture()
                .subscribe();
    }

    @Override
    public void stop() {
        if (rounds != null) {
            rounds.dispose();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
