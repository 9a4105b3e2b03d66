package io.asyncflow.user.account;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.account.AccountTokens.Purpose;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Finds out whether addresses belong to those who say so. Nobody is signed in by it: who has registered somebody else's
 * address, and has them follow the link, knows a password to an account that nobody uses.
 */
@Component
public class EmailVerification {

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final PendingRegistrations pending;
    private final Registration registration;
    private final Letters letters;
    private final RequestLimits limits;
    private final TransactionalOperator transactions;
    private final Clock clock;

    EmailVerification(
            Accounts accounts,
            AccountTokens tokens,
            PendingRegistrations pending,
            Registration registration,
            Letters letters,
            RequestLimits limits,
            TransactionalOperator transactions,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.pending = pending;
        this.registration = registration;
        this.letters = letters;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The account whose address is verified now. */
    public Mono<Outcome> verify(String token) {
        return pending.take(token)
                .flatMap(registration::complete)
                .switchIfEmpty(Mono.defer(() -> verifyExisting(token)))
                .as(transactions::transactional)
                .map(Outcome::of)
                .defaultIfEmpty(Outcome.expired("token"));
    }

    private Mono<User> verifyExisting(String token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tokens.spend(token, Purpose.EMAIL_VERIFICATION).flatMap(id -> accounts.setVerified(id, now));
    }

    /** Another mail for an account whose address is not verified yet. */
    public Mono<Outcome> resend(UserId account) {
        return accounts.byId(account)
                .filter(user -> !user.emailVerified())
                .flatMap(user -> limits.verification(account).flatMap(verdict -> switch (verdict) {
                    case Verdict.Refused(var retryAfter) -> Mono.just(Outcome.tooOften(retryAfter));
                    case Verdict.Allowed() -> writeDown(user);
                }))
                .defaultIfEmpty(Outcome.DONE);
    }

    private Mono<Outcome> writeDown(User user) {
        return letters.order(
                        Occasion.EMAIL_VERIFICATION,
                        user.email().text(),
                        user.language(),
                        user.id().uuid(),
                        Purpose.EMAIL_VERIFICATION.lifetime())
                .thenReturn(Outcome.DONE);
    }
}
