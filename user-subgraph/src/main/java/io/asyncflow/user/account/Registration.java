package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.account.AccountProperties.Mode;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.account.Authentication.MailOnItsWay;
import io.asyncflow.user.account.Authentication.Refused;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import io.asyncflow.user.password.PasswordHashes;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Entry;
import io.asyncflow.user.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Opens accounts for customers. Unless configured otherwise, what is asked for is only written down, the same way
 * whether the address has an account or not: what differs is the mail that its owner gets.
 */
@Component
public class Registration {

    /** How long there is to verify an address. */
    static final Duration TIME_TO_VERIFY = Duration.ofHours(24);

    private final Accounts accounts;
    private final PendingRegistrations pending;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final Letters letters;
    private final RequestLimits limits;
    private final AccountProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    Registration(
            Accounts accounts,
            PendingRegistrations pending,
            PasswordHashes hashes,
            Sessions sessions,
            Letters letters,
            RequestLimits limits,
            AccountProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.accounts = accounts;
        this.pending = pending;
        this.hashes = hashes;
        this.sessions = sessions;
        this.letters = letters;
        this.limits = limits;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Authentication> register(CustomerInput input) {
        var problems = input.problems();
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        return limits.registration().flatMap(verdict -> switch (verdict) {
            case Verdict.Refused(var retryAfter) -> Mono.just(Authentication.tooOften(retryAfter));
            case Verdict.Allowed() -> allowed(input);
        });
    }

    private Mono<Authentication> allowed(CustomerInput input) {
        return hashes.hash(input.chosenPassword())
                .map(hash -> pending(input, hash))
                .flatMap(asked -> properties.registration() == Mode.IMMEDIATE ? open(asked) : writeDown(asked))
                .onErrorResume(TooBusy.class, _ -> Mono.just(Authentication.tooBusy()));
    }

    private PendingRegistration pending(CustomerInput input, String passwordHash) {
        return new PendingRegistration(
                Uuid7.next(clock),
                input.emailAddress(),
                passwordHash,
                input.chosenName(),
                input.chosenLanguage(),
                now().plus(TIME_TO_VERIFY));
    }

    private Mono<Authentication> writeDown(PendingRegistration asked) {
        return pending.add(asked)
                .then(letters.order(
                        Occasion.REGISTRATION, asked.email().text(), asked.language(), asked.id(), TIME_TO_VERIFY))
                .as(transactions::transactional)
                .thenReturn(new MailOnItsWay());
    }

    private Mono<Authentication> open(PendingRegistration asked) {
        Credentials account = customer(asked, false);
        User user = account.user();
        return accounts.add(account)
                .filter(added -> added)
                .flatMap(_ -> letters.order(
                                Occasion.EMAIL_VERIFICATION,
                                user.email().text(),
                                user.language(),
                                user.id().uuid(),
                                TIME_TO_VERIFY)
                        .thenReturn(account))
                .as(transactions::transactional)
                .flatMap(this::granted)
                .defaultIfEmpty(taken());
    }

    /** The account that was asked for, if its address is still free. */
    Mono<User> complete(PendingRegistration asked) {
        Credentials account = customer(asked, true);
        return accounts.add(account).filter(added -> added).map(_ -> account.user());
    }

    private Credentials customer(PendingRegistration asked, boolean verified) {
        var id = new UserId(Uuid7.next(clock));
        DisplayName name = asked.displayName();
        var user = new User(
                id,
                asked.email(),
                name == null ? DisplayName.neutral(id) : name,
                List.of(Role.CUSTOMER),
                now(),
                asked.language(),
                verified);
        return Credentials.first(user, asked.passwordHash());
    }

    private Mono<Authentication> granted(Credentials account) {
        User user = account.user();
        return sessions.open(Entry.ofOwner(user.id(), account.version())).map(tokens -> new Granted(user, tokens));
    }

    /** What the database keeps, so that the answer is what later answers will be. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Authentication taken() {
        return Authentication.refused(
                ErrorCode.TAKEN, "This e-mail address has an account already: sign in to it", "input", "email");
    }
}
