package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.account.Authentication.Refused;
import io.asyncflow.user.account.PasswordCheck.Result;
import io.asyncflow.user.mail.Language;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Grant;
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
    private final Administrators administrators;
    private final PasswordCheck passwords;
    private final NewPassword newPassword;
    private final Sessions sessions;
    private final Letters letters;
    private final TransactionalOperator transactions;
    private final Clock clock;

    OwnAccount(
            Accounts accounts,
            Administrators administrators,
            PasswordCheck passwords,
            NewPassword newPassword,
            Sessions sessions,
            Letters letters,
            TransactionalOperator transactions,
            Clock clock) {
        this.accounts = accounts;
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
                            ? withPassword(user, "currentPassword", current, _ -> changed(user, wanted))
                            : Mono.just(new Refused(problems));
                })
                .onErrorResume(TooBusy.class, _ -> Mono.just(Authentication.tooBusy()));
    }

    private Mono<Authentication> changed(User user, String wanted) {
        return newPassword
                .set(user, wanted, Mono.just(user.id()))
                .then(sessions.open(Grant.ofOwner(user.id(), user.roles())))
                .map(tokens -> new Granted(user, tokens));
    }

    /** The account cannot be used any more; what is known of its owner goes some weeks later. */
    public Mono<Outcome> close(UserId account, String password) {
        return accounts.byId(account)
                .flatMap(user -> withPassword(user, "password", password, _ -> closed(user)))
                .map(authentication -> switch (authentication) {
                    case Refused(var errors) -> Outcome.refused(errors);
                    case Granted _, Authentication.MailOnItsWay _ -> Outcome.DONE;
                })
                .onErrorResume(TooBusy.class, _ -> Mono.just(Outcome.tooBusy()));
    }

    private Mono<Authentication> closed(User user) {
        return administrators
                .lock()
                .then(Mono.defer(() -> administrators.isLast(user.id())))
                .flatMap(last -> last
                        ? Mono.just(
                                Authentication.refused(ErrorCode.CONFLICT, "The shop keeps at least one administrator"))
                        : closedForGood(user))
                .as(transactions::transactional);
    }

    private Mono<Authentication> closedForGood(User user) {
        return accounts.close(user.id(), clock.instant().truncatedTo(ChronoUnit.MICROS))
                .then(sessions.closeAll(user.id()))
                .then(letters.order(
                        Occasion.ACCOUNT_CLOSED,
                        user.email().text(),
                        user.language(),
                        user.id().uuid(),
                        WORTH_TELLING))
                .thenReturn(new Authentication.MailOnItsWay());
    }

    private Mono<Authentication> withPassword(
            User user, String argument, String password, Function<User, Mono<Authentication>> then) {
        List<UserError> problems = InputCheck.problems(() -> Password.given(argument, password));
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        return passwords.check(user.email(), Password.given(argument, password)).flatMap(result -> switch (result) {
            case Result.Right(var owner) -> then.apply(owner);
            case Result.Wrong() ->
                Mono.just(Authentication.refused(ErrorCode.BAD_CREDENTIALS, "This is not your password", argument));
            case Result.TooOften(var retryAfter) -> Mono.just(Authentication.tooOften(retryAfter));
        });
    }
}
