package io.asyncflow.user.password;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords on threads of its own: hashing is slow on purpose, and event loops must not wait for it. When too
 * many wait already, the answer is {@link TooBusy}.
 */
public final class PasswordHashes implements AutoCloseable {

    static final String THREADS = "password-hash";

    private final PasswordEncoder encoder;
    private final Scheduler threads;
    private final String decoy = Argon2id.decoy();

    PasswordHashes(PasswordEncoder encoder, PasswordProperties properties) {
        this.encoder = encoder;
        this.threads = Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        properties.threads(),
                        properties.threads(),
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(properties.queue()),
                        Thread.ofPlatform().daemon().name(THREADS + "-", 1).factory()),
                THREADS);
    }

    public Mono<String> hash(Password password) {
        return slowly(() -> Objects.requireNonNull(encoder.encode(password.text())));
    }

    /** Whether the hash is the password's. Without a hash it is not, which takes just as long to find out. */
    public Mono<Boolean> matches(Password password, Optional<String> hash) {
        return slowly(() -> encoder.matches(password.text(), hash.orElse(decoy)) && hash.isPresent());
    }

    private <T> Mono<T> slowly(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(threads)
                .onErrorMap(RejectedExecutionException.class, _ -> new TooBusy());
    }

    @Override
    public void close() {
        threads.dispose();
    }
}
