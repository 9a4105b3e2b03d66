package io.asyncflow.user.account;

import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.account.AccountTokens.Purpose;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import io.asyncflow.user.network.ClientAddress;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.PasswordHashes;
import io.asyncflow.user.session.Entry;
import io.asyncflow.user.session.Sessions;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives an account another password: all its sessions end, and its owner is told. */
@Component
class NewPassword {

    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final SignInFailures failures;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final Letters letters;
    private final TransactionalOperator transactions;

    NewPassword(
            Accounts accounts,
            AccountTokens tokens,
            SignInFailures failures,
            PasswordHashes hashes,
            Sessions sessions,
            Letters letters,
            TransactionalOperator transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.failures = failures;
        this.hashes = hashes;
        this.sessions = sessions;
        this.letters = letters;
        this.transactions = transactions;
    }

    List<UserError> problems(String argument, String password, User user) {
        return InputCheck.problems(() -> chosen(argument, password, user));
    }

    /**
     * What opens a session from then on. Empty when the permission is, which is asked for in the transaction that changes
     * the password, or when the account is closed.
     */
    Mono<Entry> set(User user, String password, Mono<UserId> permission) {
        return hashes.hash(chosen("password", password, user))
                .flatMap(hash -> permission
                        .flatMap(id -> accounts.setPassword(id, hash))
                        .flatMap(id -> sessions.closeAll(id)
                                .flatMap(version -> finished(user).thenReturn(Entry.ofOwner(id, version))))
                        .as(transactions::transactional));
    }

    /** No older link sets the password once more. */
    private Mono<Void> finished(User user) {
        String email = user.email().text();
        return tokens.revoke(user.id(), Purpose.PASSWORD_RESET)
                .then(letters.withdraw(Occasion.PASSWORD_RESET, email))
                .then(ClientAddress.current())
                .flatMap(client -> failures.forget(user.email(), client))
                .then(letters.order(
                        Occasion.PASSWORD_CHANGED,
                        email,
                        user.language(),
                        user.id().uuid(),
                        WORTH_TELLING));
    }

    private static Password chosen(String argument, String password, User user) {
        return Password.chosen(
                argument,
                password,
                List.of(user.email().text(), user.displayName().text()));
    }
}
