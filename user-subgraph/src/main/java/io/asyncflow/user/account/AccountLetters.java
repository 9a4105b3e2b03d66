package io.asyncflow.user.account;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.account.AccountTokens.Purpose;
import io.asyncflow.user.mail.Letter;
import io.asyncflow.user.mail.LetterWriter;
import io.asyncflow.user.mail.Mail;
import io.asyncflow.user.mail.MailProperties;
import io.asyncflow.user.product.VariantId;
import io.asyncflow.user.session.Secret;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes to owners of accounts, and to those who want to be. A token is made when it is written down, and only there. */
@Component
class AccountLetters implements LetterWriter {

    private final Accounts accounts;
    private final AccountTokens tokens;
    private final PendingRegistrations pending;
    private final String shop;

    AccountLetters(Accounts accounts, AccountTokens tokens, PendingRegistrations pending, MailProperties properties) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.pending = pending;
        this.shop = properties.shop().toString().replaceFirst("/+$", "");
    }

    @Override
    public Mono<Mail> write(Letter letter) {
        return switch (letter.occasion()) {
            case REGISTRATION -> registration(letter);
            case EMAIL_VERIFICATION -> verification(letter);
            case PASSWORD_RESET -> reset(letter);
            case PASSWORD_CHANGED -> Mono.just(mail(letter, Wording.passwordChanged(letter.language())));
            case ACCOUNT_CLOSED -> Mono.just(mail(letter, Wording.accountClosed(letter.language())));
            case BACK_IN_STOCK -> backInStock(letter);
        };
    }

    private Mono<Mail> registration(Letter letter) {
        return accounts.has(new EmailAddress(letter.recipient()))
                .flatMap(known -> known
                        ? Mono.just(Wording.alreadyRegistered(letter.language(), link("/account/reset")))
                        : pending.issueToken(about(letter))
                                .map(token -> Wording.verify(letter.language(), link("/account/verify", token))))
                .map(wording -> mail(letter, wording));
    }

    private Mono<Mail> verification(Letter letter) {
        return accounts.byId(new UserId(about(letter)))
                .filter(user -> !user.emailVerified())
                .flatMap(user -> tokens.issue(user.id(), Purpose.EMAIL_VERIFICATION))
                .map(token -> Wording.verify(letter.language(), link("/account/verify", token)))
                .map(wording -> mail(letter, wording));
    }

    private Mono<Mail> reset(Letter letter) {
        return accounts.credentials(new EmailAddress(letter.recipient()))
                .map(Credentials::user)
                .flatMap(user -> tokens.issue(user.id(), Purpose.PASSWORD_RESET)
                        .map(token -> Wording.reset(user.language(), link("/account/reset", token))))
                .map(wording -> mail(letter, wording));
    }

    private Mono<Mail> backInStock(Letter letter) {
        String variant = new VariantId(about(letter)).toString();
        return accounts.credentials(new EmailAddress(letter.recipient()))
                .map(_ -> mail(letter, Wording.backInStock(letter.language(), link("/variants/" + variant))));
    }

    private String link(String path) {
        return shop + path;
    }

    private String link(String path, Secret token) {
        return shop + path + "?token=" + token.text();
    }

    private static UUID about(Letter letter) {
        return Objects.requireNonNull(letter.about());
    }

    private static Mail mail(Letter letter, Wording wording) {
        return new Mail(letter.id(), letter.recipient(), wording.subject(), wording.text());
    }
}
