package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.account.Authentication.Refused;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.PasswordHashes;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Grant;
import io.asyncflow.user.session.Sessions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets owners in to their accounts. Neither the answer nor the time that it takes tells a stranger whether an address
 * has an account: an unknown address costs the same query and the same hash as a wrong password.
 */
@Component
public class SignIn {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Sessions sessions;

    SignIn(Accounts accounts, PasswordHashes hashes, Sessions sessions) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.sessions = sessions;
    }

    public Mono<Authentication> signIn(String email, String password) {
        List<UserError> problems = InputCheck.problems(
                () -> EmailAddress.parse("email", email), () -> Password.given("password", password));
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        return accounts.credentials(EmailAddress.parse("email", email))
                .singleOptional()
                .flatMap(account -> checked(account, Password.given("password", password)))
                .onErrorResume(TooBusy.class, _ -> Mono.just(Authentication.tooBusy()));
    }

    private Mono<Authentication> checked(Optional<Credentials> account, Password password) {
        return hashes.matches(password, account.map(Credentials::passwordHash))
                .flatMap(matches -> matches ? granted(account.orElseThrow().user()) : Mono.just(badCredentials()));
    }

    private Mono<Authentication> granted(User user) {
        return sessions.open(Grant.ofOwner(user.id(), user.roles())).map(tokens -> new Granted(user, tokens));
    }

    private static Authentication badCredentials() {
        return Authentication.refused(
                ErrorCode.BAD_CREDENTIALS, "No account has this e-mail address and this password");
    }
}
