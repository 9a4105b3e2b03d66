package io.asyncflow.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class PasswordHashesTest {

    private final ObservedHashing hashing = new ObservedHashing();
    private final PasswordHashes hashes =
            new PasswordHashes(hashing.observed(Argon2id.encoder()), new PasswordProperties(1, 1));
    private final Password right = Password.chosen("password", "open sesame");
    private final Password wrong = Password.chosen("password", "open barley");

    @AfterEach
    void close() {
        hashes.close();
    }

    @Test
    void tellTheRightPasswordFromAWrongOne() {
        String hash = hash(right);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("open sesame");
        StepVerifier.create(hashes.matches(right, Optional.of(hash)))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(hashes.matches(wrong, Optional.of(hash)))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void areSalted() {
        assertThat(hash(right)).isNotEqualTo(hash(right));
    }

    /** What takes time is the run of the hash with its parameters: it must be the same for those we do not know. */
    @Test
    void doTheSameWorkForAnAccountThatDoesNotExist() {
        String hash = hash(right);
        hashing.reset();
        StepVerifier.create(hashes.matches(wrong, Optional.of(hash)))
                .expectNext(false)
                .verifyComplete();
        StepVerifier.create(hashes.matches(wrong, Optional.empty()))
                .expectNext(false)
                .verifyComplete();
        assertThat(hashing.runs()).hasSize(2);
        assertThat(hashing.runs().get(0)).isEqualTo(hashing.runs().get(1));
    }

    @Test
    void leaveTheCallersThreadAlone() {
        StepVerifier.create(hashes.hash(right).subscribeOn(Schedulers.parallel()))
                .expectNextCount(1)
                .verifyComplete();
        assertThat(hashing.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.thread()).startsWith(PasswordHashes.THREADS));
    }

    @Test
    void refuseAtOnceWhenTooManyWait() {
        var gate = hashing.hold();
        var both = Mono.when(hashes.hash(right), hashes.hash(right)).toFuture();
        StepVerifier.create(hashes.hash(right)).verifyError(TooBusy.class);
        gate.countDown();
        assertThat(both).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void forgetTheWorkOfCallersWhoHaveLeft() {
        try (var roomy = new PasswordHashes(hashing.observed(Argon2id.encoder()), new PasswordProperties(1, 10))) {
            var gate = hashing.hold();
            var running = roomy.hash(right).toFuture();
            roomy.hash(right).subscribe().dispose();
            var waiting = roomy.hash(right).toFuture();
            gate.countDown();
            assertThat(waiting).succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(running).isCompleted();
        }
        assertThat(hashing.runs()).hasSize(2);
    }

    private String hash(Password password) {
        return hashes.hash(password).blockOptional().orElseThrow();
    }
}
