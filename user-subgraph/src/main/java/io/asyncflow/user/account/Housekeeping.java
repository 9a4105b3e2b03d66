package io.asyncflow.user.account;

import io.asyncflow.user.session.Sessions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Throws away, once in a while, what nobody needs any more. */
@Component
class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Erasure erasure;
    private final SignInFailures failures;
    private final PendingRegistrations registrations;
    private final Sessions sessions;
    private volatile @Nullable Disposable rounds;

    Housekeeping(Erasure erasure, SignInFailures failures, PendingRegistrations registrations, Sessions sessions) {
        this.erasure = erasure;
        this.failures = failures;
        this.registrations = registrations;
        this.sessions = sessions;
    }

    /** All of it, whatever fails. ({@code concatDelayError} reports an error when it is canceled after its end.) */
    Mono<Void> round() {
        return Flux.just(erasure.eraseDue(), failures.forgetOld(), registrations.dropExpired(), sessions.dropExpired())
                .concatMapDelayError(work -> work)
                .then();
    }

    @Override
    public void start() {
        rounds = round().onErrorResume(failure -> {
                    LOG.warn("Not everything could be tidied up: {}", failure.toString());
                    return Mono.empty();
                })
                .repeatWhen(ends -> Flux.from(ends).delayElements(PAUSE))
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
