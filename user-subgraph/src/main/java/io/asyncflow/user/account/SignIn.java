package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.account.Authentication.Refused;
import io.asyncflow.user.account.PasswordCheck.Result;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Entry;
import io.asyncflow.user.session.Sessions;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets owners in to their accounts. Neither the answer nor its time tells whether an address has an account. */
@Component
public class SignIn {

    private final PasswordCheck passwords;
    private final Sessions sessions;

    SignIn(PasswordCheck passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    public Mono<Authentication> signIn(String email, String password) {
        List<UserError> problems = InputCheck.problems(
                () -> EmailAddress.parse("email", email), () -> Password.given("password", password));
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        return passwords
                .check(EmailAddress.parse("email", email), Password.given("password", password))
                .flatMap(this::answer)
                .onErrorResume(TooBusy.class, _ -> Mono.just(Authentication.tooBusy()));
    }

    private Mono<Authentication> answer(Result result) {
        return switch (result) {
            case Result.Right(var user, var credentials) ->
                sessions.open(Entry.ofOwner(user.id(), credentials))
                        .<Authentication>map(tokens -> new Granted(user, tokens))
                        .defaultIfEmpty(badCredentials());
            case Result.Wrong() -> Mono.just(badCredentials());
            case Result.TooOften(var retryAfter) -> Mono.just(Authentication.tooOften(retryAfter));
        };
    }

    private static Authentication badCredentials() {
        return Authentication.refused(
                ErrorCode.BAD_CREDENTIALS, "No account has this e-mail address and this password");
    }
}
