package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.AccountTokens.Purpose;
import io.asyncflow.user.mail.Language;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import io.asyncflow.user.password.TooBusy;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets owners back in who have forgotten their password. A request is only written down, whether the address has an
 * account or not: who writes the letter finds out.
 */
@Component
public class PasswordReset {

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final NewPassword newPassword;
    private final Letters letters;
    private final RequestLimits limits;

    PasswordReset(
            Accounts accounts, AccountTokens tokens, NewPassword newPassword, Letters letters, RequestLimits limits) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.newPassword = newPassword;
        this.letters = letters;
        this.limits = limits;
    }

    public Mono<Outcome> request(String email) {
        List<UserError> problems = InputCheck.problems(() -> EmailAddress.parse("email", email));
        if (!problems.isEmpty()) {
            return Mono.just(Outcome.refused(problems));
        }
        return limits.passwordReset().flatMap(verdict -> switch (verdict) {
            case Verdict.Refused(var retryAfter) -> Mono.just(Outcome.tooOften(retryAfter));
            case Verdict.Allowed() -> writeDown(EmailAddress.parse("email", email));
        });
    }

    private Mono<Outcome> writeDown(EmailAddress email) {
        return letters.order(
                        Occasion.PASSWORD_RESET, email.text(), Language.EN, null, Purpose.PASSWORD_RESET.lifetime())
                .thenReturn(Outcome.DONE);
    }

    /** Ends all sessions, so that whoever knew the old password is out. */
    public Mono<Outcome> reset(String token, String password) {
        return tokens.owner(token, Purpose.PASSWORD_RESET)
                .flatMap(accounts::open)
                .flatMap(user -> {
                    List<UserError> problems = newPassword.problems("newPassword", password, user);
                    return problems.isEmpty()
                            ? newPassword
                                    .set(user, password, tokens.spend(token, Purpose.PASSWORD_RESET))
                                    .map(_ -> Outcome.of(user))
                            : Mono.just(Outcome.refused(problems));
                })
                .defaultIfEmpty(Outcome.expired("token"))
                .onErrorResume(TooBusy.class, _ -> Mono.just(Outcome.tooBusy()));
    }
}
