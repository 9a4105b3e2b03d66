package io.asyncflow.user.account;

import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.network.ClientAddress;
import io.asyncflow.user.network.NetworkLimit;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.PasswordHashes;
import io.asyncflow.user.password.TooBusy;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds out whether a password opens an account, and lets nobody try for long. An address without an account costs the
 * same, and is locked the same, as one with an account and another password. Nor does an owner succeed without end: each
 * time costs a hash, and leaves a session.
 */
@Component
public class PasswordCheck {

    /** What was found. */
    public sealed interface Result {

        /**
         * It is the owner.
         *
         * @param credentials the version that was compared: who acts on it makes sure that it is still the one
         */
        record Right(User user, int credentials) implements Result {}

        record Wrong() implements Result {}

        /** It has not been looked at. */
        record TooOften(Duration retryAfter) implements Result {}
    }

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final SignInFailures failures;
    private final NetworkLimit perNetwork;
    private final RateLimit perAccount;
    private final SignInProperties properties;

    PasswordCheck(
            Accounts accounts,
            PasswordHashes hashes,
            SignInFailures failures,
            RateLimits limits,
            SignInProperties properties) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.failures = failures;
        this.perNetwork =
                new NetworkLimit(limits, "sign-in", new Limit(properties.attemptsPerNetwork(), properties.window()));
        this.perAccount = limits.of("sign-in-account", new Limit(properties.successes(), Duration.ofHours(1)));
        this.properties = properties;
    }

    /** Fails with {@link TooBusy} when too many passwords wait to be hashed. */
    public Mono<Result> check(EmailAddress email, Password password) {
        return ClientAddress.current()
                .flatMap(client -> perNetwork.take(client, 1).flatMap(verdict -> switch (verdict) {
                    case Verdict.Refused(var retryAfter) -> Mono.just(new Result.TooOften(retryAfter));
                    case Verdict.Allowed() -> unlessLocked(email, password, client);
                }));
    }

    private Mono<Result> unlessLocked(EmailAddress email, Password password, ClientAddress client) {
        return failures.begin(email, client)
                .flatMap(open -> open
                        ? unlessUsedUp(email, password, client)
                        : Mono.just(new Result.TooOften(properties.lock())));
    }

    private Mono<Result> unlessUsedUp(EmailAddress email, Password password, ClientAddress client) {
        return perAccount.take(email.text(), 1).flatMap(verdict -> switch (verdict) {
            case Verdict.Refused(var retryAfter) -> notMade(email, client).thenReturn(new Result.TooOften(retryAfter));
            case Verdict.Allowed() -> compared(email, password, client);
        });
    }

    private Mono<Result> compared(EmailAddress email, Password password, ClientAddress client) {
        return accounts.credentials(email)
                .singleOptional()
                .flatMap(account -> hashes.matches(password, account.map(Credentials::passwordHash))
                        .flatMap(matches -> matches ? right(account, client) : wrong(email)))
                .onErrorResume(
                        TooBusy.class,
                        busy -> perAccount
                                .giveBack(email.text(), 1)
                                .then(notMade(email, client))
                                .then(Mono.error(busy)));
    }

    /** Wrong ones are counted by themselves: a stranger does not use up what the owner has. */
    private Mono<Result> wrong(EmailAddress email) {
        return perAccount.giveBack(email.text(), 1).thenReturn(new Result.Wrong());
    }

    private Mono<Void> notMade(EmailAddress email, ClientAddress client) {
        return failures.abandoned(email, client).then(perNetwork.giveBack(client, 1));
    }

    private Mono<Result> right(Optional<Credentials> account, ClientAddress client) {
        Credentials known = account.orElseThrow();
        return failures.succeeded(known.user().email(), client)
                .then(perNetwork.giveBack(client, 1))
                .thenReturn(new Result.Right(known.user(), known.version()));
    }
}
