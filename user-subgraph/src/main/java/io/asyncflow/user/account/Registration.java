package io.asyncflow.user.account;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.account.Authentication.Granted;
import io.asyncflow.user.account.Authentication.Refused;
import io.asyncflow.user.password.PasswordHashes;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Grant;
import io.asyncflow.user.session.Sessions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens accounts for customers. */
@Component
public class Registration {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final Clock clock;

    Registration(Accounts accounts, PasswordHashes hashes, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Mono<Authentication> register(CustomerInput input) {
        var problems = input.problems();
        if (!problems.isEmpty()) {
            return Mono.just(new Refused(problems));
        }
        return hashes.hash(input.chosenPassword())
                .flatMap(hash -> open(new Credentials(customer(input), hash)))
                .onErrorResume(TooBusy.class, _ -> Mono.just(Authentication.tooBusy()));
    }

    private User customer(CustomerInput input) {
        var id = new UserId(Uuid7.next(clock));
        return new User(
                id,
                input.emailAddress(),
                input.nameOf(id),
                List.of(Role.CUSTOMER),
                // What the database keeps, so that the answer is what later answers will be.
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Mono<Authentication> open(Credentials account) {
        return accounts.add(account).flatMap(added -> added ? granted(account.user()) : Mono.just(taken()));
    }

    private Mono<Authentication> granted(User user) {
        return sessions.open(Grant.ofOwner(user.id(), user.roles())).map(tokens -> new Granted(user, tokens));
    }

    private static Authentication taken() {
        return Authentication.refused(
                ErrorCode.TAKEN, "This e-mail address has an account already: sign in to it", "input", "email");
    }
}
