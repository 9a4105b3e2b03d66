package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.AccountTokens.Purpose;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.account.Authentication.Refused;
import io.asyncflow.user.account.PasswordCheck.Result;
import io.asyncflow.user.account.PasswordCheck.Result.Right;
import io.asyncflow.user.mail.Language;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What owners do with their accounts. What would harm them in a stranger's hand asks for the password once more. */
@Component
public class OwnAccount {

    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final Administrators administrators;
    private final PasswordCheck passwords;
    private final NewPassword newPassword;
    private final Sessions sessions;
    private final Letters letters;
    private final TransactionalOperator transactions;
    private final Clock clock;

    OwnAccount(
            Accounts accounts,
            AccountTokens tokens,
            Administrators administrators,
            PasswordCheck passwords,
            NewPassword newPassword,
            Sessions sessions,
            Letters letters,
            TransactionalOperator transactions,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.administrators = administrators;
        this.passwords = passwords;
        this.newPassword = newPassword;
        this.sessions = sessions;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is left out stays as it is. */
    public Mono<Outcome> updateProfile(UserId account, @Nullable String displayName, @Nullable Language language) {
        List<UserError> problems = InputCheck.problemsIn("input", () -> {
            if (displayName != null) {
                DisplayName.parse("displayName", displayName);
            }
        });
        if (!problems.isEmpty()) {
            return Mono.just(Outcome.refused(problems));
        }
        return accounts.byId(account)
                .flatMap(user -> accounts.setProfile(
                        account,
                        displayName == null ? user.displayName() : DisplayName.parse("displayName", displayName),
                        Objects.requireNonNullElse(language, user.language())))
                .map(Outcome::of);
    }

    /** Ends all sessions and opens a new one. */
    public Mono<Authentication> changePassword(UserId account, String current, String wanted) {
        return accounts.byId(account)
                .flatMap(user -> {
                    List<UserError> problems = newPassword.problems("newPassword", wanted, user);
                    return problems.isEmpty()
                            ? withPassword(user, "currentPassword", current, known -> changed(known, wanted))
                            : Mono.just(new Refused(problems));
                })
                .onErrorResume(TooBusy.class, _ -> Mono.just(Authentication.tooBusy()));
    }

    private Mono<Authentication> changed(Right known, String wanted) {
        User user = known.user();
        // In the order in which a reset takes them, so that neither waits for the other.
        Mono<UserId> permission =
                tokens.revoke(user.id(), Purpose.PASSWORD_RESET).then(accounts.hold(user.id(), known.credentials()));
        return newPassword
                .set(user, wanted, permission)
                .flatMap(sessions::open)
                .<Authentication>map(opened -> new Granted(user, opened))
                .defaultIfEmpty(wrong("currentPassword"));
    }

    /** The account cannot be used any more; what is known of its owner goes some weeks later. */
    public Mono<Outcome> close(UserId account, String password) {
        return accounts.byId(account)
                .flatMap(user -> withPassword(user, "password", password, this::closed))
                .map(authentication -> switch (authentication) {
                    case Refused(var errors) -> Outcome.refused(errors);
                    case Granted _, Authentication.MailOnItsWay _ -> Outcome.DONE;
                })
                .onErrorResume(TooBusy.class, _ -> Mono.just(Outcome.tooBusy()));
    }

    private Mono<Authentication> closed(Right known) {
        return administrators
                .lock()
                .then(Mono.defer(() -> administrators.isLast(known.user().id())))
                .flatMap(last -> last
                        ? Mono.just(
                                Authentication.refused(ErrorCode.CONFLICT, "The shop keeps at least one administrator"))
                        : closedForGood(known))
                .as(transactions::transactional);
    }

    private Mono<Authentication> closedForGood(Right known) {
        User user = known.user();
        return tokens.revokeAll(user.id())
                .then(accounts.hold(user.id(), known.credentials()))
                .flatMap(id -> accounts.close(id, clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .then(sessions.closeAll(id))
                        .then(letters.order(
                                Occasion.ACCOUNT_CLOSED,
                                user.email().text(),
                                user.language(),
                                id.uuid(),
                                WORTH_TELLING))
                        .<Authentication>thenReturn(new Authentication.MailOnItsWay()))
                .defaultIfEmpty(wrong("password"));
    }

    private Mono<Authentication> withPassword(
            User user, String argument, String password, Function<Right, Mono<Authentication>> then) {
        List<UserError> problems = InputCheck.problems(() -> Password.given(argument, password));
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        return passwords.check(user.email(), Password.given(argument, password)).flatMap(result -> switch (result) {
            case Right known -> then.apply(known);
            case Result.Wrong() -> Mono.just(wrong(argument));
            case Result.TooOften(var retryAfter) -> Mono.just(Authentication.tooOften(retryAfter));
        });
    }

    private static Authentication wrong(String argument) {
        return Authentication.refused(ErrorCode.BAD_CREDENTIALS, "This is not your password", argument);
    }
}
