package io.asyncflow.user.restock;

import io.asyncflow.user.account.Accounts;
import io.asyncflow.user.account.User;
import io.asyncflow.user.mail.Letters;
import io.asyncflow.user.mail.Occasion;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Notices by mail; those who have given up their account get none. */
@Component
class RestockLetters implements RestockNotices {

    private final Accounts accounts;
    private final Letters letters;

    RestockLetters(Accounts accounts, Letters letters) {
        this.accounts = accounts;
        this.letters = letters;
    }

    @Override
    public Mono<Void> send(RestockNotice notice) {
        return accounts.open(notice.user()).flatMap(reader -> order(reader, notice));
    }

    private Mono<Void> order(User reader, RestockNotice notice) {
        return letters.order(
                Occasion.BACK_IN_STOCK,
                reader.email().text(),
                reader.language(),
                notice.variant().uuid(),
                notice.useful());
    }
}
